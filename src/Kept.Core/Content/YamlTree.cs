using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kept.Core.Content;

/// <summary>
/// YAML as texts, lists and maps and nothing else: no anchors, aliases or tags, no second document, no repeated field, and
/// not deeper than a pack ever needs, so that a hostile file costs no more than its size.
/// </summary>
internal sealed class YamlTree(string file, Problems problems)
{
    private const int Deepest = 12;
    private Parser _parser = null!;

    /// <summary>The file's one document, or null when an error was found.</summary>
    public PackNode? Read(string text)
    {
        _parser = new Parser(new StringReader(text));
        try
        {
            Next<StreamStart>();
            if (_parser.Accept<StreamEnd>(out _)) throw new Fault(1, "the file is empty", "YAML");
            Next<DocumentStart>();
            var node = Node(0);
            Next<DocumentEnd>();
            if (!_parser.Accept<StreamEnd>(out var rest)) throw new Fault(LineOf(_parser.Current!), "there is a second document", "one document, without ---");
            return node;
        }
        catch (Fault fault)
        {
            problems.Error(new(file, fault.Line), fault.Message, fault.Expected);
        }
        catch (YamlException e)
        {
            problems.Error(new(file, Math.Max(1, (int)e.Start.Line)), $"this is not YAML ({Reason(e)})", "YAML; quote a text that holds \": \" or \" #\"");
        }
        return null;
    }

    private PackNode Node(int depth)
    {
        var isAlias = _parser.Accept<AnchorAlias>(out _);
        var at = new Spot(file, LineOf(_parser.Current!));
        if (isAlias || _parser.Current is NodeEvent { Anchor.IsEmpty: false }) throw new Fault(at.Line, "anchors and aliases (& and *) are not used in packs", "the text itself");
        if (!_parser.Accept<NodeEvent>(out var node)) throw new Fault(at.Line, "something is missing here", "a value");
        if (!node.Tag.IsEmpty) throw new Fault(at.Line, "tags (!) are not used in packs", "the text itself");
        if (depth > Deepest) throw new Fault(at.Line, "this is nested too deeply", $"at most {Deepest} levels");
        _parser.MoveNext();
        return node switch
        {
            Scalar scalar => new PackText(scalar.Value, scalar.Style != ScalarStyle.Plain, at),
            SequenceStart => List(at, depth),
            _ => Map(at, depth),
        };
    }

    private PackList List(Spot at, int depth)
    {
        var items = new List<PackNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
        return new(items, at);
    }

    private PackMap Map(Spot at, int depth)
    {
        var fields = new List<PackField>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(depth + 1) is not PackText name) throw new Fault(at.Line, "a field has no name", "name: value");
            if (!names.Add(name.Text)) throw new Fault(name.At.Line, $"\"{name.Text}\" stands twice in one place", "each field once");
            fields.Add(new(name.Text, Node(depth + 1), name.At));
        }
        return new(fields, at);
    }

    private void Next<T>() where T : ParsingEvent
    {
        if (!_parser.TryConsume<T>(out _)) throw new Fault(LineOf(_parser.Current!), "this is not one YAML document", "a map or a list");
    }

    private static int LineOf(ParsingEvent at) => (int)at.Start.Line;

    private static string Reason(YamlException e) => e.Message[(e.Message.IndexOf("): ", StringComparison.Ordinal) is var i and >= 0 ? i + 3 : 0)..].TrimEnd('.').ToLowerInvariant();

    private sealed class Fault(int line, string what, string expected) : Exception(what)
    {
        public int Line => line;
        public string Expected => expected;
    }
}
