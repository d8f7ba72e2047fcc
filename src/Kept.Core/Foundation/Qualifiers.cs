namespace Kept.Core.Foundation;

/// <summary>The senses a date can be given in. "since" is read as from, "beyond" as after, "throughout" as during.</summary>
public static class Qualifiers
{
    public const string By = "by";
    public const string In = "in";
    public const string On = "on";
    public const string From = "from";
    public const string During = "during";
    public const string Over = "over";
    public const string After = "after";
    public const string Before = "before";
    public const string Until = "until";

    public static IReadOnlyList<string> All { get; } = [By, In, On, From, During, Over, After, Before, Until];
}
