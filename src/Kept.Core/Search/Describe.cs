using Kept.Core.Assessments;
using Kept.Core.Connections;
using Kept.Core.Evidence;
using Kept.Core.Organisations;
using Kept.Core.Programme;
using Kept.Core.Records;

namespace Kept.Core.Search;

/// <summary>What texts a record of each kind has, and what it can be narrowed by: the one place that says so.</summary>
internal sealed class Describe(Lender lend)
{
    private readonly HashSet<RecordKey> _borrowed = [];
    private readonly List<Wording> _wordings = [];
    private readonly HashSet<Facet> _facets = [];

    /// <summary>The record as in force in a View; null when it is not, or is of a kind that is not looked for.</summary>
    public static Description? In(View view, RecordKey key) => view.InForce(key)?.Body is { } body ? Of(view, key, body) : null;

    public static Description? Of(View view, RecordKey key, RecordBody body) =>
        Of(key, body, other => view.InForce(other)?.Body is { } there ? [Lent.Of(other.Id, there)] : []);

    public static Description? Of(RecordKey key, RecordBody body, Lender lend) => new Describe(lend).Record(key, body);

    private Description? Record(RecordKey key, RecordBody body)
    {
        var (standing, lang) = (Standing.Page, (string?)null);
        switch (body)
        {
            case TheProgramme p: Title(p.Title); Text("The promise", p.Promise); Text("In short", p.Summary); break;
            case Plan p: standing = Standing.Promise; Title(p.Title); Text("In short", p.Summary); break;
            case PriorityArea a: standing = Standing.Promise; Title(a.Title); Area(key.Id); break;
            case PlanAction a: standing = Standing.Promise; Action(a); break;
            case Commitment c: Commitment(c); break;
            case Organisation o: lang = o.Lang; Organisation(key.Id, o); break;
            case Place p: lang = p.Lang; Place(p); break;
            case Offer o: Title(o.Title); Text("In short", o.Summary); break;
            case Scheme s: Title(s.Title); Text("In short", s.Summary); break;
            case Term t: Title(t.Title); Text("What it says", t.Text); break;
            case Source s: Title(s.Title); Text("Publisher", s.Publisher); break;
            default: standing = Standing.Line; if (!Line(body)) return null; break;
        }
        if (_wordings.Count == 0) return null;
        _facets.Add(new(Facet.Kind, key.Kind));
        return new(key, _wordings, [.. _facets], _borrowed) { Standing = standing, Lang = lang };
    }

    // Records that are lines on the page of another.
    private bool Line(RecordBody body)
    {
        switch (body)
        {
            case Example e:
                Title(e.Heading);
                foreach (var place in Borrow<Place>(e.Place)) Text("Place", place.Name);
                foreach (var fact in e.Facts.Concat(e.Figures.Select(f => f.Measure))) Text("Example", fact);
                return true;
            case Milestone m: Title(m.Title); Text("Date", m.Due.Text); if (m.Action is { } action) AreaOf(action); return true;
            case Output o: Title(o.Text); Text("Note", o.Note); if (o.ReportedBy is { } body1) Bodies([body1]); return true;
            case Outcome o: Title(o.Text); AreaOf(o.Action); return true;
            case Assessment a:
                foreach (var of in Borrow<PlanAction>(a.Action)) Title("Assessment of " + of.Name);
                foreach (var remark in a.Remarks) Text("Remark", remark.Text);
                AreaOf(a.Action);
                Bodies([a.Assessor]);
                return true;
            case Update { Said: { } said } u: Title(said); Bodies([u.Body]); return true;
            case Link l: Link(l); return true;
            // A statement stands on the page of what it is about, and only while that is there.
            case Statement s when RecordKey.Parse(s.About) is { Kind: not "statement" } about && Lend(about) is { Count: > 0 } lent:
                Title(s.Text);
                foreach (var area in lent) Area(area.Area);
                return true;
            default: return false;
        }
    }

    private void Action(PlanAction action)
    {
        Title(action.Title);
        foreach (var text in action.Requirements.SelectMany(r => r.Parts.Prepend(r.Text))) Text("Required", text);
        foreach (var heard in action.Heard) Text("Heard", heard.Text);
        foreach (var next in action.NextSteps) Text("Next step", next.Text);
        foreach (var step in action.Timetable) Text("Timetable", step.Title);
        foreach (var remark in action.Remarks) Text("Remark", remark.Text);
        foreach (var lead in action.Leads) Bodies([lead.Organisation], Roles.Say(lead.Role));
        foreach (var next in action.NextSteps) Bodies(next.Who);
        Area(action.Area);
    }

    private void Commitment(Commitment commitment)
    {
        Title(commitment.Text);
        foreach (var printed in commitment.Printed)
            if (printed.Text != commitment.Text) Text("As printed under one action, our summary", printed.Text);
        foreach (var due in commitment.Due) Text("By when", due.Text);
        Bodies(commitment.Who, "Who");
        Bodies(commitment.With, "With");
        Bodies(commitment.Concerns, "Concerns");
        foreach (var action in commitment.Actions) AreaOf(action);
    }

    private void Organisation(string id, Organisation body)
    {
        Title(body.Name);
        Name("Short name", body.Acronym);
        foreach (var name in body.OtherNames) Name("Also called", name);
        Text("What it is", body.Type);
        _facets.Add(new(Facet.Body, id));
    }

    private void Place(Place place)
    {
        Title(place.Name);
        foreach (var name in place.OtherNames) Name("Also called", name);
        Name("Code", place.Label);
        foreach (var code in place.PreviousCodes) Text("Code", code);
    }

    private void Link(Link link)
    {
        foreach (var from in Borrow<PlanAction>(link.From))
            foreach (var to in Lend(new(link.ToKind, link.To)))
                Title($"{from.Name} to {to.Name}");
        Text("Why", link.Reason);
        AreaOf(link.From);
    }

    private void Title(string text) => _wordings.Add(new("", text, Wording.InTitle));

    private void Name(string part, string? text) => Add(part, text, Wording.InName);

    private void Text(string part, string? text) => Add(part, text, Wording.InText);

    private void Add(string part, string? text, int weight)
    {
        if (!string.IsNullOrEmpty(text)) _wordings.Add(new(part, text, weight));
    }

    private void Bodies(IEnumerable<string> ids, string? part = null)
    {
        foreach (var id in ids)
        {
            _facets.Add(new(Facet.Body, id));
            if (part is null) continue;
            foreach (var body in Borrow<Organisation>(id)) Text(part, body.FullName);
        }
    }

    private void AreaOf(string action)
    {
        foreach (var lent in Borrow<PlanAction>(action)) Area(lent.Area);
    }

    private void Area(string? id)
    {
        if (id is not null) _facets.Add(new(Facet.Area, id));
    }

    private IReadOnlyList<Lent> Borrow<T>(string id) where T : RecordBody => Lend(RecordKey.Of<T>(id));

    private IReadOnlyList<Lent> Lend(RecordKey key)
    {
        _borrowed.Add(key);
        return lend(key);
    }
}
