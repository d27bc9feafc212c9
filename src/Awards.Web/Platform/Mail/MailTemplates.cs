using Awards.Domain.Calls;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Platform.Mail;

/// <summary>What a mail of a kind says in a call.</summary>
/// <param name="Version">Of the call's own text; 0 = the default.</param>
public sealed record MailWording(string Subject, string Text, int Version, DateTime? ChangedAt);

/// <summary>Writes mails by the templates of their call.</summary>
public sealed class MailTemplates(AwardsDbContext db)
{
    /// <summary>Languages in which mails are written.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["de", "en"];

    /// <summary>The call's own wording, or the default.</summary>
    public async Task<MailWording> WordingAsync(MailKind kind, Guid callId, string language, CancellationToken cancellationToken)
    {
        var own = await db.MailTemplates.AsNoTracking().Where(template => template.CallId == callId && template.Kind == kind.Code && template.Language == language)
            .FirstOrDefaultAsync(cancellationToken);
        return own is null ? Default(kind, language) : new(own.Subject, own.Text, own.Version, own.ChangedAt);
    }

    /// <summary>The wording of the kind itself.</summary>
    public static MailWording Default(MailKind kind, string language) => new(kind.Subject.In(language), kind.Text.In(language), 0, null);

    /// <summary>A mail for the outbox. <paramref name="values"/> must hold every placeholder of the kind; the caller adds it within its write.</summary>
    public async Task<OutboxMessage> WriteAsync(MailKind kind, Call call, Guid objectId, string recipient, string language,
        IReadOnlyDictionary<string, string> values, DateTime now, Guid? receiptOf, CancellationToken cancellationToken)
    {
        var wording = await WordingAsync(kind, call.Id, language, cancellationToken);
        return OutboxMessage.Write(recipient, TemplateText.FillLine(wording.Subject, values), TemplateText.FillText(wording.Text, values), now,
            receiptOf, call.Id, objectId, kind.Code, language, kind.Secret, kind.Mailing);
    }
}
