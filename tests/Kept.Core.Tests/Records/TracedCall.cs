using System.Globalization;

namespace Kept.Core.Tests.Records;

/// <summary>One system call as strace wrote it down, read apart.</summary>
internal sealed class TracedCall
{
    private readonly string _text;
    private readonly int _arguments, _end;

    private TracedCall(string text)
    {
        _text = text;
        _arguments = text.IndexOf('(', StringComparison.Ordinal) + 1;
        _end = text.LastIndexOf(')');
        Name = text[..(_arguments - 1)];
        var answer = text[(_end + 1)..].TrimStart(' ', '=');
        Answer = long.TryParse(answer.AsSpan(0, Length(answer)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    internal string Name { get; }

    /// <summary>What it returned; less than 0 when it failed.</summary>
    internal long Answer { get; }

    internal static TracedCall Of(string text) => new(text);

    /// <summary>The path behind its first argument, an open file.</summary>
    internal string Path
    {
        get
        {
            var from = _text.IndexOf('<', _arguments) + 1;
            return from == 0 ? "" : _text[from.._text.IndexOf('>', from)];
        }
    }

    /// <summary>Its arguments that are words, such as paths.</summary>
    internal string[] Words => [.. _text[_arguments.._end].Split('"').Where((_, i) => i % 2 == 1)];

    /// <summary>Its last argument: an offset or a length.</summary>
    internal long Last => long.Parse(_text.AsSpan(_text.LastIndexOf(' ', _end) + 1, _end - _text.LastIndexOf(' ', _end) - 1), CultureInfo.InvariantCulture);

    internal bool Creates => _text.Contains("O_CREAT", StringComparison.Ordinal);

    internal bool Empties => _text.Contains("O_TRUNC", StringComparison.Ordinal);

    /// <summary>The bytes that were written, as many as it says were taken.</summary>
    internal byte[] Bytes()
    {
        var bytes = new List<byte>(8192);
        for (var at = _text.IndexOf(", \"", _arguments, StringComparison.Ordinal) + 3; _text[at] != '"';)
        {
            if (_text[at] == '\\') bytes.Add(Escaped(ref at));
            else bytes.Add((byte)_text[at++]);
        }
        return bytes.Count >= Answer ? [.. bytes.Take((int)Answer)] : throw new InvalidOperationException("strace did not write down all of " + Name);
    }

    // As in C: a letter, or up to three octal digits.
    private byte Escaped(ref int at)
    {
        const string letters = "tnvfr";
        var letter = _text[++at];
        if (letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place)
        {
            at++;
            return (byte)(9 + place);
        }
        if (letter is < '0' or > '7') return (byte)_text[at++];
        var value = 0;
        for (var end = at + 3; at < end && _text[at] is >= '0' and <= '7'; at++) value = (value * 8) + (_text[at] - '0');
        return (byte)value;
    }

    private static int Length(string answer)
    {
        var length = answer.StartsWith('-') ? 1 : 0;
        while (length < answer.Length && char.IsAsciiDigit(answer[length])) length++;
        return length;
    }
}
