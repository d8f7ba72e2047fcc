using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Kept.Core.Notices;
using Kept.Web.House;

namespace Kept.Web.Features.Notices;

/// <summary>The mail server the operator points to, and the address mail comes from.</summary>
public sealed class Mail(KeptSettings settings)
{
    /// <summary>Whether there is one. Without, nothing is written to the outbox.</summary>
    public bool IsThere => settings.Smtp is not null && settings.MailFrom is not null;

    /// <summary>What is wrong with the two settings, as a sentence; null when nothing is.</summary>
    public static string? Objection(string? smtp, string? from)
    {
        if (smtp is null && from is null) return null;
        if (smtp is null || from is null) return "--smtp and --mail-from go together: a mail server, and the address mail comes from.";
        if (!Uri.TryCreate(smtp, UriKind.Absolute, out var server) || server.Scheme is not ("smtp" or "smtp+starttls") || server.Host.Length == 0)
            return "--smtp is no address of a mail server. Write it as smtp://host:25, or smtp+starttls://user:password@host:587.";
        return MailAddress.TryCreate(from, out _) ? null : "--mail-from is no e-mail address.";
    }

    /// <summary>Hands a message to the mail server. Throws <see cref="SmtpException"/> when it was not taken, or not in time.</summary>
    public async Task Send(OutboxMessage message, CancellationToken cancel)
    {
        var server = new Uri(settings.Smtp!);
        using var client = new SmtpClient(server.Host, server.IsDefaultPort || server.Port < 0 ? 25 : server.Port) { EnableSsl = server.Scheme == "smtp+starttls", Timeout = (int)settings.MailPatience.TotalMilliseconds };
        if (server.UserInfo.Split(':', 2) is [{ Length: > 0 } user, var password]) client.Credentials = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
        var from = new MailAddress(settings.MailFrom!, "Kept");
        using var mail = new MailMessage(from, new MailAddress(message.To)) { Subject = OneLine(message.Subject), SubjectEncoding = Encoding.UTF8 };
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(message.Text, new ContentType("text/plain; charset=utf-8")));
        // The same each time it is tried, so that a mail program shows it once.
        mail.Headers.Add("Message-ID", $"<{message.Id}@{from.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.Stop is { } stop)
        {
            mail.Headers.Add("List-Unsubscribe", $"<{stop}>");
            mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        await client.SendMailAsync(mail, cancel);
    }

    /// <summary>Whether trying again cannot help: the server knows no such person, or will never take it.</summary>
    public static bool IsForGood(Exception fault) => fault switch
    {
        SmtpFailedRecipientException refused => (int)refused.StatusCode is >= 500 and < 600,
        FormatException or ArgumentException => true,
        _ => false,
    };

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
