using FsCheck;
using FsCheck.Fluent;
using Kept.Core.Questionnaires;
using Kept.Core.Tests.Foundation;

namespace Kept.Core.Tests.Questionnaires;

public sealed class RoutingPropertyTests
{
    private static Arbitrary<(Form Form, IReadOnlyList<string>[] Answers)> Any =>
        Arb.From(from form in AnyForm.Forms from answers in AnyForm.Answers select (form, answers));

    [Fact]
    public void Whatever_is_answered_each_step_leads_onward_and_the_way_ends() =>
        Prop.ForAll(Any, any =>
        {
            var (place, steps) = (0, 0);
            for (var step = Routing.First(any.Form); step.Question is { } question; step = Routing.Next(any.Form, question, AnyForm.To(question, any.Form, any.Answers)))
            {
                Assert.True(any.Form.NumberOf(question.Id) > place);
                (place, steps) = (any.Form.NumberOf(question.Id), steps + 1);
            }
            Assert.True(steps <= any.Form.Questions.Count());
        }).Holds(1000);

    [Fact]
    public void At_most_is_never_less_than_what_really_follows() =>
        Prop.ForAll(Any, any =>
        {
            var asked = new List<FormQuestion>();
            for (var step = Routing.First(any.Form); step.Question is { } question; step = Routing.Next(any.Form, question, AnyForm.To(question, any.Form, any.Answers))) asked.Add(question);
            for (var at = 0; at < asked.Count; at++) Assert.True(Routing.AtMostAfter(any.Form, asked[at]) >= asked.Count - at - 1);
        }).Holds(1000);

    [Fact]
    public void Every_step_that_is_taken_was_among_the_possible_ones() =>
        Prop.ForAll(Any, any =>
        {
            foreach (var question in any.Form.Questions) Assert.Contains(Routing.Next(any.Form, question, AnyForm.To(question, any.Form, any.Answers)), Routing.Possible(any.Form, question));
        }).Holds(500);

    [Fact]
    public void A_question_that_no_answers_reach_is_found_before_going_live() =>
        Prop.ForAll(Any, any =>
        {
            var unreachable = FormChecks.Of(any.Form).Where(f => f.Says.StartsWith("No answer leads to “", StringComparison.Ordinal)).Select(f => f.Where).ToHashSet(StringComparer.Ordinal);
            for (var step = Routing.First(any.Form); step.Question is { } question; step = Routing.Next(any.Form, question, AnyForm.To(question, any.Form, any.Answers)))
                Assert.DoesNotContain(question.Id, unreachable);
        }).Holds(500);

    [Fact]
    public void The_way_stops_at_the_first_question_that_stands_open_and_is_whole_without_one() =>
        Prop.ForAll(Any, any =>
        {
            var given = any.Form.Questions.Where((_, at) => at % 4 != 3).ToDictionary(q => q.Id, q => new Given(AnyForm.To(q, any.Form, any.Answers)), StringComparer.Ordinal);
            var walked = Walked.Of(any.Form, given, (q, g) => !(q.Required && g.IsEmpty));
            Assert.Equal(walked.Asked.Select(q => any.Form.NumberOf(q.Id)).Order(), walked.Asked.Select(q => any.Form.NumberOf(q.Id)));
            if (walked.Open is { } open)
            {
                Assert.Same(open, walked.Asked[^1]);
                Assert.True(!given.TryGetValue(open.Id, out var answer) || (open.Required && answer.IsEmpty));
            }
            Assert.Equal(walked.Open is null && walked.Exit is null, walked.IsWhole);
        }).Holds(500);

    [Fact]
    public void A_form_is_read_back_as_it_was_written() =>
        Prop.ForAll(Arb.From(AnyForm.Forms), form => Assert.Equal(FormJson.Write(form), FormJson.Write(FormJson.Read<Form>(FormJson.Write(form))))).Holds(200);
}
