using Kept.Core.Notices;
using Kept.Core.Workroom;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Notices;

/// <summary>Writes every e-mail in the words that count now: those the staff gave it, or the shipped ones.</summary>
public sealed class Letters(WorkroomDatabase workroom)
{
    /// <param name="Key">What it tells of: no second e-mail has it.</param>
    /// <param name="Stop">The address that ends such mail with one click.</param>
    public sealed record Envelope(string Key, string To, NoticeKind Kind, string? Stop = null);

    public async Task<OutboxMessage> Write(string text, Envelope envelope, DateTimeOffset now, params (string Blank, string Value)[] values) =>
        Write(await Of(text), envelope, now, values);

    /// <summary>The same in words that were looked up before.</summary>
    public static OutboxMessage Write(Wording wording, Envelope envelope, DateTimeOffset now, params (string Blank, string Value)[] values)
    {
        var said = wording.Filled(values.ToDictionary(v => v.Blank, v => v.Value, StringComparer.Ordinal));
        return OutboxMessage.Of(envelope.Key, envelope.To, said.Subject, said.Body, now, envelope.Kind, envelope.Stop);
    }

    public async Task<Wording> Of(string text) => (await Edited(text))?.Wording ?? MailTexts.Find(text)!.Shipped;

    /// <summary>The last time somebody gave it other words, or put the shipped ones back; null where nobody did.</summary>
    public Task<EditedText?> Edited(string text) => workroom.Read(w => w.Texts.Where(t => t.Text == text).OrderByDescending(t => t.Id).FirstOrDefaultAsync());
}
