using System.Net.Mail;

namespace Kept.Core.Foundation;

/// <summary>Reads an e-mail address as somebody typed it.</summary>
public static class EmailAddress
{
    private const int Longest = 254;

    /// <summary>One whole address and nothing beside it, as typed without spaces around it; null for anything else. A name before it could hide another address.</summary>
    public static string? Read(string? typed)
    {
        var address = typed?.Trim() ?? "";
        return address.Length <= Longest && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            && MailAddress.TryCreate(address, out var whole) && string.Equals(whole.Address, address, StringComparison.Ordinal) ? address : null;
    }
}
