using Awards.Domain.Municipalities;
using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Stages.Outreach;

/// <summary>What a file would do to a list.</summary>
/// <param name="Added">New contacts.</param>
/// <param name="Filled">Municipalities of the list that get an address.</param>
/// <param name="Merged">Known addresses about which the file says something new.</param>
/// <param name="Same">Known addresses about which it says nothing new.</param>
/// <param name="Doubles">Lines whose address another line of the file has already.</param>
/// <param name="Unregistered">Names that the register does not have: taken as other organisations.</param>
/// <param name="OptingOut">Addresses that the file says to be unsubscribed and that are not yet.</param>
/// <param name="OptedOut">Addresses in the file that have unsubscribed already; they stay so.</param>
/// <param name="Faults">Where there are some, nothing is imported.</param>
public sealed record ContactPlan(int Added, int Filled, int Merged, int Same, int Doubles, IReadOnlyList<string> Unregistered, int OptingOut, int OptedOut, IReadOnlyList<ContactFault> Faults);

/// <summary>Merges files with contacts into a list. Preview and import are the same steps; only the second one is saved.</summary>
public sealed class ContactImport(AwardsDbContext db)
{
    private ILookup<string, Municipality> _byCore = Array.Empty<Municipality>().ToLookup(_ => "");
    private Dictionary<string, Municipality> _byKey = [];

    /// <summary>What the file would do; changes nothing.</summary>
    public async Task<ContactPlan> PreviewAsync(ContactList list, byte[] content, string source, DateTime now, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(list, content, source, now, cancellationToken);
        db.ChangeTracker.Clear();
        return plan;
    }

    /// <summary>Does it, to be called inside a write; a plan with faults did nothing.</summary>
    public async Task<ContactPlan> ApplyAsync(ContactList list, byte[] content, string source, DateTime now, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(list, content, source, now, cancellationToken);
        // The trail keeps that it was imported, not a second copy of every address.
        if (plan.Faults.Count == 0) await db.SaveBulkAsync(cancellationToken);
        else db.ChangeTracker.Clear();
        return plan;
    }

    private async Task<ContactPlan> PlanAsync(ContactList list, byte[] content, string source, DateTime now, CancellationToken cancellationToken)
    {
        var (rows, faults) = ContactFile.Read(content, source);
        if (faults.Count > 0) return new(0, 0, 0, 0, 0, [], 0, 0, faults);
        await LoadRegisterAsync(cancellationToken);
        var found = rows.Select(row => (Row: row, Place: Find(row))).ToList();
        var wrong = found.Where(each => each.Place.Refused(out _)).Select(each => new ContactFault(each.Row.Line, each.Row.Key.Length > 0 ? ContactFile.Key : ContactFile.Name, each.Place.Refusal!)).ToList();
        if (wrong.Count > 0) return new(0, 0, 0, 0, 0, [], 0, 0, wrong);

        var contacts = await db.Contacts.Where(each => each.ListId == list.Id).ToListAsync(cancellationToken);
        var byAddress = contacts.Where(each => each.AddressHash is not null).ToDictionary(each => each.AddressHash!);
        var waiting = contacts.Where(each => each.AddressHash is null && each.MunicipalityId is not null).GroupBy(each => each.MunicipalityId!.Value).ToDictionary(group => group.Key, group => new Queue<Contact>(group.OrderBy(each => each.Id)));
        var optedOut = await OutreachQueries.OptedOut(db, list.CallId).ToHashSetAsync(cancellationToken);
        var (seen, newlyOut, stillOut) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        var (added, filled, merged, same, doubles) = (0, 0, 0, 0, 0);
        foreach (var (row, outcome) in found)
        {
            var (hash, place) = (AddressKey.Of(row.Text.Mail), outcome.Fact.Municipality);
            if (optedOut.Contains(hash)) stillOut.Add(hash);
            else if (row.OptOut && newlyOut.Add(hash)) db.MailSuppressions.Add(MailSuppression.Create(row.Text.Mail, list.CallId, now));
            if (!seen.Add(hash)) doubles++;
            if (byAddress.TryGetValue(hash, out var known))
            {
                var before = (known.Office, known.Source, known.Language);
                known.Merge(row.Text, now);
                if (before != (known.Office, known.Source, known.Language)) merged++;
                else same++;
            }
            else if (place is not null && waiting.TryGetValue(place.Id, out var gaps) && gaps.TryDequeue(out var gap))
            {
                byAddress[hash] = gap.Merge(row.Text, now);
                filled++;
            }
            else
            {
                db.Contacts.Add(byAddress[hash] = Contact.Add(list, row.Text, place, now).Fact);
                added++;
            }
        }
        return new(added, filled, merged, same, doubles, [.. found.Where(each => each.Place.Fact.Municipality is null).Select(each => each.Row.Text.Name).Distinct().Order(StringComparer.CurrentCulture)], newlyOut.Count, stillOut.Count, []);
    }

    private async Task LoadRegisterAsync(CancellationToken cancellationToken)
    {
        var all = await db.Municipalities.AsNoTracking().Where(each => !each.IsIneligible && each.GoneWith == null).ToListAsync(cancellationToken);
        _byKey = all.Where(each => each.OfficialKey is not null).ToDictionary(each => each.OfficialKey!);
        _byCore = all.SelectMany(each => new[] { MunicipalityNames.Core(each.Name), each.NameSort }.Distinct().Select(key => (key, each))).ToLookup(each => each.key, each => each.each);
    }

    /// <summary>The municipality that a typed name means. Refused for a name that several have.</summary>
    public async Task<Outcome<Place>> FindAsync(string name, string? state, CancellationToken cancellationToken)
    {
        await LoadRegisterAsync(cancellationToken);
        return Find(new(0, "", new() { Name = name, State = state }, false));
    }

    /// <summary>The municipality that a line means; none = another organisation. Refused for an unknown key and a name that several have.</summary>
    private Outcome<Place> Find(ContactRow row)
    {
        if (row.Key.Length > 0)
        {
            // Spreadsheets take the leading zero away: eight digits of a municipality, five of a district.
            var key = row.Key.Length is 7 or 4 && row.Key.All(char.IsAsciiDigit) ? "0" + row.Key : row.Key;
            return _byKey.TryGetValue(key, out var municipality) ? new Place(municipality)
                : new Refusal("contacts.unknown_key", /*text*/ "Den Schlüssel „{0}“ gibt es im eingelesenen Gemeindeverzeichnis nicht. Bitte berichtigen Sie ihn, oder lassen Sie ihn leer und geben Sie Name und Land an.", Domain.Calls.TextRules.Excerpt(row.Key));
        }
        foreach (var core in MunicipalityNames.Cores(row.Text.Name).Prepend(SortKey.Of(row.Text.Name)))
        {
            var matches = _byCore[core].Where(each => row.Text.State is null || each.State == row.Text.State).ToList();
            if (matches.Count == 1) return new Place(matches[0]);
            if (matches.Count > 1) return new Refusal("contacts.ambiguous", /*text*/ "„{0}“ gibt es mehrmals ({1}). Bitte geben Sie den amtlichen Schlüssel an.", row.Text.Name, string.Join("; ", matches.Take(4).Select(each => $"{each.Name}, {FederalStates.Name(each.State)} {each.OfficialKey}".TrimEnd())));
        }
        return new Place(null);
    }

}

/// <summary>Whom a line means.</summary>
/// <param name="Municipality">Null = an organisation that the register does not have.</param>
public sealed record Place(Municipality? Municipality);
