using Kept.Core.Accounts;
using Kept.Core.Notices;
using Kept.Web.House.Work;

namespace Kept.Web.Features.Notices.Texts;

/// <summary>Every e-mail, and which words it has now.</summary>
[Needs(Power.EditTexts)]
public sealed class IndexModel(Letters letters) : WorkPage
{
    public IReadOnlyList<(MailText Text, EditedText? Edited)> Texts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var texts = new List<(MailText, EditedText?)>();
        foreach (var text in MailTexts.All) texts.Add((text, await letters.Edited(text.Id)));
        Texts = texts;
    }
}
