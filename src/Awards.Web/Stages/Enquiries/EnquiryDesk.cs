using Awards.Domain.Calls;
using Awards.Domain.Enquiries;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Requests;
using Awards.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Enquiries;

/// <summary>Takes questions in. Whoever asks too much is turned away, with the same words for every address.</summary>
public sealed class EnquiryDesk(AwardsDbContext db, Throttling throttling, RequestContext request, IHttpContextAccessor accessor)
{
    /// <summary>The same question sent twice within this time is one: a double click, or a page loaded anew.</summary>
    private static readonly TimeSpan Twice = TimeSpan.FromMinutes(10);

    private static readonly ThrottleRule FromNetwork = new("enquiry.network", 30, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
    private static readonly ThrottleRule FromAddress = new("enquiry.address", 10, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

    /// <summary>Too many questions.</summary>
    public static Refusal TooMany { get; } = new("enquiry.too_many", "Von hier kamen in der letzten Stunde sehr viele Anfragen. Bitte versuchen Sie es in einer Stunde noch einmal.");

    /// <summary>Keeps a question from outside. Refused as <see cref="Enquiry.Ask"/> is, and when too many came.</summary>
    public async Task<Outcome<bool>> AskAsync(Call call, EnquiryText text, EnquiryChannel channel, Guid? applicationId, CancellationToken cancellationToken)
    {
        var write = request.Write() with { CallId = call.Id };
        var asked = Enquiry.Ask(call.Id, text, channel, write, applicationId);
        if (asked.Refused(out var refusal)) return refusal;
        var (network, since) = (Throttling.Network(accessor.HttpContext!), write.When - Twice);
        return await db.WriteAsync(write, AuditAction.EnquiryAsked, async () =>
        {
            if (await throttling.ClosedUntilAsync(cancellationToken, (FromNetwork, network), (FromAddress, text.Mail)) is not null) return TooMany;
            if (await db.Enquiries.AnyAsync(each => each.CallId == call.Id && each.Mail == text.Mail && each.Text == text.Text && each.AskedAt > since, cancellationToken)) return (Outcome<bool>)true;
            await throttling.CountAsync(FromNetwork, network, cancellationToken);
            await throttling.CountAsync(FromAddress, text.Mail, cancellationToken);
            db.Enquiries.Add(asked.Fact);
            return true;
        }, lockOn: Throttling.LockOn(FromAddress, text.Mail), cancellationToken);
    }
}
