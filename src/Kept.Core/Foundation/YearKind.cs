namespace Kept.Core.Foundation;

/// <summary>What "2020-21" means in a source (rules D3 and D4).</summary>
public enum YearKind
{
    /// <summary>1 April to 31 March.</summary>
    Financial,

    /// <summary>1 August to 31 July: the statistics of children's social work, and of schools.</summary>
    AugustToJuly,
}
