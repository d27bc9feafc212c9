using System.Net;
using Awards.Testing;
using Awards.Web.Platform.Security;
using Awards.Web.Tests.Structure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Awards.Web.Tests.Leaks.Readers;

namespace Awards.Web.Tests.Leaks;

/// <summary>Every form that somebody may not use is posted by them, with a good token of their own: nothing changes, and the answer tells nothing.</summary>
[Collection(nameof(LeakHouse))]
public sealed class PostTests(LeakHouse house)
{
    /// <summary>Pages that more people read than write, by hand. Elsewhere who may open a page may post it: <see cref="RightsTable"/>.</summary>
    private static readonly Dictionary<string, string[]> Writers = new()
    {
        ["/institut/{call}/bewerbungen/{id:guid}"] = [Cast.Lead],
        ["/institut/{call}/downloads"] = [Cast.Lead],
        ["/institut/kommunen/{id:guid}"] = [Cast.Lead, Cast.OtherLead],
    };

    [Fact]
    public async Task Nobody_posts_what_is_not_theirs()
    {
        const Moment moment = Moment.Applying;
        house.Move(moment);
        var routes = await FormsAsync();
        routes.Count.ShouldBeGreaterThan(20);
        var fields = await FieldsAsync();
        var faults = new List<string>();
        foreach (var reader in All)
        {
            var visitor = await house.VisitAsync(reader, moment);
            var before = await RowsAsync();
            var form = new Dictionary<string, string>(fields) { ["__RequestVerificationToken"] = await TokenAsync(visitor) };
            var (own, allowed) = (await OwnAsync(reader), LeakTable.SeenBy(reader, moment));
            foreach (var (route, handlers) in routes)
            {
                foreach (var address in house.Recipes.Addresses(route).Where(address => !MayPost(reader, route, address, own)))
                    foreach (var handler in handlers)
                    {
                        var target = handler.Length == 0 ? address : $"{address}?handler={handler}";
                        var answer = await visitor.PostRawAsync(target, form);
                        var denied = answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound || (answer.IsRedirect && answer.Location!.Contains("/anmelden", StringComparison.Ordinal));
                        if (!denied) faults.Add($"{reader} on {target}: {(int)answer.Status} {answer.Location}");
                        faults.AddRange(Walk.Words(answer.Text + answer.Headers).Except(allowed).Select(word => $"{reader} on {target} is told {word}"));
                    }
            }
            faults.AddRange((await RowsAsync()).Except(before).Select(row => $"{reader} changed {row}"));
        }
        faults.ShouldBeEmpty(string.Join('\n', faults.Take(100)));
    }

    private static bool MayPost(Reader reader, string route, string address, HashSet<string> own)
    {
        if (reader.Specimen is not null) return false;
        var readers = RightsTable.Pages[route];
        // Everybody acts on public pages and on their own account.
        if (readers.Contains(Cast.Stranger)) return reader.Mail is not null || readers.Contains(RightsTable.Anonymous);
        if (route.Contains("/bewerbungen/{id", StringComparison.Ordinal) && route.StartsWith("/kommune", StringComparison.Ordinal)) return own.Overlaps(address.Split('/'));
        if (route.Contains("/boegen/", StringComparison.Ordinal) || route.StartsWith("/vorpruefung/{call}/kurzgutachten/", StringComparison.Ordinal)) return address.Contains($"/{World.Slug}/", StringComparison.Ordinal) && own.Overlaps(address.Split('/'));
        if (readers.Contains(Cast.ClerkOne)) return reader == ClerkOne || reader == ClerkTwo;
        if (address.Contains($"/{World.OtherSlug}", StringComparison.Ordinal)) return reader == OtherLead;
        return reader.Mail is not null && Writers.GetValueOrDefault(route, readers).Contains(reader.Mail == Cast.Reviewer(2) || reader.Mail == Cast.Reviewer(3) ? Cast.Reviewer(1) : reader.Mail);
    }

    /// <summary>Ids of a reader's own applications and reviews.</summary>
    private async Task<HashSet<string>> OwnAsync(Reader reader)
    {
        if (reader.Mail is null || reader.Specimen is not null) return [];
        var person = house.Leak.World.Persons[reader.Mail];
        return [.. (await house.Host.DbAsync(async db => await db.ApplicationMembers.Where(member => member.PersonId == person).Select(member => member.ApplicationId)
            .Concat(db.Reviews.Where(review => review.ReviewerId == person).Select(review => review.Id))
            .Concat(db.ShortReports.Where(report => report.WriterId == person).Select(report => report.Id)).ToListAsync())).Select(id => id.ToString())];
    }

    /// <summary>Routes of all pages with their POST handlers; "" = the one without a name.</summary>
    private async Task<List<(string Route, List<string> Handlers)>> FormsAsync()
    {
        var loader = house.Host.Services.GetRequiredService<PageLoader>();
        var forms = new List<(string, List<string>)>();
        foreach (var route in Recipes.Routes(house.Host))
        {
            // What ends a specimen would let the rest be posted by the lead.
            if (route.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || Recipes.PathOf(route) == SpecimenView.EndPath) continue;
            var handlers = (await loader.LoadAsync(page, route.Metadata)).HandlerMethods.Where(handler => string.Equals(handler.HttpMethod, "post", StringComparison.OrdinalIgnoreCase)).Select(handler => handler.Name ?? "").ToList();
            if (handlers.Count > 0) forms.Add((Recipes.PathOf(route), handlers));
        }
        return forms;
    }

    /// <summary>What a form could ask for, good enough that an unguarded handler would act on it.</summary>
    private async Task<Dictionary<string, string>> FieldsAsync()
    {
        var (leak, assignment) = (house.Leak, await house.Host.DbAsync(db => db.RoleAssignments.Where(role => role.Role == Awards.Domain.Accounts.CallRole.Finance).Select(role => role.Id).FirstAsync()));
        return new()
        {
            ["Version"] = "0",
            ["version"] = "0",
            ["id"] = assignment.ToString(),
            ["Confirmed"] = "true",
            ["Type"] = "KS",
            ["TypeReason"] = "Versuch",
            ["ExclusionReason"] = "Versuch",
            ["Reason"] = "Versuch",
            ["Reasons"] = "Ein Versuch, der lang genug ist, um angenommen zu werden.",
            ["Outcome"] = "group",
            ["Name"] = "Versuch",
            ["Mail"] = "versuch@test.example",
            ["Roles"] = "Lead",
            ["Role"] = "Editor",
            ["Subject"] = "Versuch",
            ["Body"] = "Versuch",
            ["Vote"] = "Suitable",
            ["Kind"] = "mandate",
            ["ReviewId"] = leak.Reviews["OffenEins"].Id.ToString(),
            ["Successor"] = leak.World.Persons[Cast.Reviewer(3)].ToString(),
            ["ReplacementReason"] = "Versuch",
            ["ReopenId"] = leak.Reviews["PaarEins"].Id.ToString(),
            ["ReopenReason"] = "Versuch",
            ["ConflictPerson"] = leak.World.Persons[Cast.Reviewer(1)].ToString(),
            ["Beitrag"] = leak.Entries["Offen"].Id.ToString(),
            ["With"] = leak.Applications["Eingereicht"].Id.ToString(),
            ["Action"] = "Exclude",
            ["Scope"] = "all",
            ["LastDay"] = "2027-01-01",
            ["Text"] = "Versuch",
            ["Rows[0].Code"] = "finding.incomplete",
            ["Rows[0].State"] = "Accepted",
            ["Rows[0].Note"] = "Versuch",
            ["TakeBackReason"] = "Versuch",
            ["WantedReason"] = "Versuch",
            ["Other"] = leak.Applications["Ausgeschlossen"].Id.ToString(),
            ["Input.Title"] = "Versuch",
            ["Input.ContactName"] = "Versuch",
            ["Answers[canary]"] = "Versuch",
        };
    }

    private static async Task<string> TokenAsync(Visitor visitor)
    {
        foreach (var address in new[] { "/", "/anmelden", "/kommune", "/vorpruefung" })
            if ((await visitor.FollowAsync(address)).Page.QuerySelector("[name=__RequestVerificationToken]") is { } token) return token.GetAttribute("value")!;
        throw new InvalidOperationException("There is no form with a token.");
    }

    private async Task<HashSet<string>> RowsAsync() => [.. (await Database.RowsAsync(house.Host, ["Sessions", "Throttles"])).Select(row => $"{row.Table}: {row.Text}")];
}
