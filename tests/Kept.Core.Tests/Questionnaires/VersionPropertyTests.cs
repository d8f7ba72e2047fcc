using FsCheck.Fluent;
using Kept.Core.Questionnaires;
using Kept.Core.Records;
using Kept.Core.Tests.Foundation;
using Kept.Core.Tests.Records;
using Kept.Testing;

namespace Kept.Core.Tests.Questionnaires;

/// <summary>Whatever staff do meanwhile, a reply stays with the version it began with, and no version ever changes.</summary>
public sealed class VersionPropertyTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private enum Deed { Edit, GoLive, Close, Begin, Answer, Send }

    [Fact]
    public void A_reply_keeps_its_version_and_every_version_its_words() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Elements(Enum.GetValues<Deed>()))), deeds => Runs(deeds)).Holds(300);

    private static void Runs(Deed[] deeds)
    {
        using var register = Register.Open(new MemoryStore(), TestClock.At(2026, 11, 23));
        var record = new View(register.Snapshot, new DateOnly(2026, 11, 23));
        var questionnaire = Questionnaire.Of(Questions.Small(), "somebody", Start);
        var versions = new List<(FormVersion Version, string Words)>();
        var replies = new List<(Reply Reply, int Began)>();
        var now = Start;
        foreach (var (deed, at) in deeds.Select((d, at) => (d, at)))
        {
            now += TimeSpan.FromMinutes(1);
            var live = versions.LastOrDefault().Version;
            switch (deed)
            {
                case Deed.Edit:
                    Assert.Null(questionnaire.Change(live?.Form, questionnaire.Revision, f => EditForm.AddQuestion(f, "stwo", new(EditForm.NewId('q'), QuestionKind.ShortText, $"And {at}?"))));
                    break;
                case Deed.GoLive when GoLive.Of(questionnaire, questionnaire.Draft ?? live!.Form, [], "somebody", now).Version is { } made:
                    versions.Add((made, FormJson.Write(made.Form)));
                    break;
                case Deed.Close:
                    GoLive.Close(questionnaire, now);
                    break;
                case Deed.Begin when live is not null && BeginReply.Anybody(questionnaire, live.Form, now).Reply is { } reply:
                    replies.Add((reply, live.Number));
                    break;
                case Deed.Answer when replies.Count > 0:
                    foreach (var (reply, began) in replies) SaveAnswer.Of(reply, versions[began - 1].Version.Form, "qfirst", new(["No"]), now);
                    break;
                case Deed.Send when replies.Count > 0:
                    foreach (var (reply, began) in replies) SendReply.Send(reply, versions[began - 1].Version.Form, questionnaire, record, new(2026, 11, 23), now);
                    break;
            }
            Assert.All(replies, r => Assert.Equal(r.Began, r.Reply.Version));
            Assert.All(versions, v => Assert.Equal(v.Words, FormJson.Write(v.Version.Form)));
            Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(v => v.Version.Number));
        }
    }
}
