using System.Globalization;
using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Requests;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Intake;

/// <summary>A column of the list of applications.</summary>
/// <param name="Code">Its word in addresses.</param>
/// <param name="Label">German, the key of its translation.</param>
/// <param name="Needs">What must be loaded for it.</param>
/// <param name="Text">What its cell says, in the language of the page.</param>
public sealed record ListColumn(string Code, string Label, SearchNeeds Needs, Func<ListRow, CallDefinition, IStringLocalizer<Text>, string> Text)
{
    /// <summary>By what it is sorted; null = it is not.</summary>
    public Func<ListRow, string>? Key { get; init; }

    /// <summary>Only for who may see contact persons.</summary>
    public bool OfContacts { get; init; }
}

/// <summary>The columns of the list of applications, on the page and in files.</summary>
public static class ListColumns
{
    public const string Arrival = "eingang", Name = "name", Title = "titel", Status = "zustand";

    private const string None = "–";

    private static readonly ListColumn[] All =
    [
        new(Arrival, /*text*/ "Eingang", SearchNeeds.None, (row, call, _) => row.Search.Arrival is { } number ? call.ArrivalNumber(number) : None) { Key = row => Ordinal(row.Search.Arrival) },
        new("datum", /*text*/ "Eingegangen am", SearchNeeds.None, (row, _, _) => row.Search.SubmittedAt is { } at ? GermanTime.DateAndTime(at, RequestContext.Language) : None) { Key = row => row.Search.SubmittedAt?.ToString("O", CultureInfo.InvariantCulture) ?? "" },
        new(Name, /*text*/ "Name", SearchNeeds.None, (row, _, _) => row.Name) { Key = row => row.Search.Name },
        new(Title, /*text*/ "Titel", SearchNeeds.None, (row, _, _) => row.Title) { Key = row => row.Search.Title },
        new(Status, /*text*/ "Zustand", SearchNeeds.None, (row, _, texts) => texts[IntakeWords.Of(row.Search.Status)]) { Key = row => Ordinal((int)row.Search.Status) },
        new("typ", /*text*/ "Kommunentyp", SearchNeeds.None, (row, _, texts) => row.Search.Type is { } type ? texts[type.German()] : texts["keine Angabe"]) { Key = row => Ordinal((int?)row.Search.Type) },
        new("land", /*text*/ "Land", SearchNeeds.None, (row, _, texts) => row.Search.State is { } state ? FederalStates.Name(state) : texts["keine Angabe"]) { Key = row => Domain.Shared.SortKey.Of(FederalStates.Name(row.Search.State)) },
        new("kanal", /*text*/ "Eingangsweg", SearchNeeds.None, (row, _, texts) => texts[IntakeWords.Of(row.Search.Channel)]) { Key = row => row.Search.Channel.ToString() },
        new("beitrag", /*text*/ "Beitrag", SearchNeeds.None, (row, call, _) => row.Search.Entry is { } number ? call.EntryNumber(number) : None) { Key = row => Ordinal(row.Search.Entry) },
        new("gruppe", /*text*/ "Prämierungsgruppe", SearchNeeds.None, (row, call, _) => row.Search.Group is { } code ? call.Group(code)?.Label.In(RequestContext.Language) ?? code : None) { Key = row => row.Search.Group ?? "" },
        new("projekte", /*text*/ "Einzelprojekte", SearchNeeds.None, (row, _, _) => row.ProjectCount.ToString(CultureInfo.InvariantCulture)) { Key = row => Ordinal(row.ProjectCount) },
        new("pruefung", /*text*/ "Formale Prüfung", SearchNeeds.Checks, (row, _, texts) => row.Search.Marks.HasFlag(SearchMarks.Checked) ? texts["abgeschlossen"] : texts["offen"]),
        new("nachforderung", /*text*/ "Nachforderung", SearchNeeds.Requests, (row, _, texts) => row.Search.Marks.HasFlag(SearchMarks.Request) ? texts["läuft"] : None),
        new("dublette", /*text*/ "Dublette", SearchNeeds.Twins, (row, _, texts) => row.Search.Marks.HasFlag(SearchMarks.Twin) ? texts["möglich"] : None),
        new("kontakt", /*text*/ "Ansprechperson", SearchNeeds.Contacts, (row, _, _) => row.Contact) { OfContacts = true },
        new("mail", /*text*/ "E-Mail-Adresse", SearchNeeds.Contacts, (row, _, _) => row.Mail) { OfContacts = true },
    ];

    /// <summary>Shown while nobody chose others.</summary>
    public static IReadOnlyList<string> Usual { get; } = [Arrival, Name, Title, Status, "typ", "land"];

    /// <summary>All codes in their order.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(column => column.Code)];

    /// <summary>Codes of the columns by which the list can be sorted: nothing that a reader might not see.</summary>
    public static IReadOnlySet<string> Sortable { get; } = All.Where(column => column.Key is not null).Select(column => column.Code).ToHashSet();

    /// <summary>All columns that a reader can choose.</summary>
    public static IReadOnlyList<ListColumn> For(bool contacts) => [.. All.Where(column => contacts || !column.OfContacts)];

    /// <summary>The chosen columns as far as the reader may see them; the name always.</summary>
    public static IReadOnlyList<ListColumn> Chosen(IReadOnlyList<string> codes, bool contacts) => [.. For(contacts).Where(column => column.Code == Name || codes.Contains(column.Code))];

    /// <summary>The column of a code.</summary>
    public static ListColumn Of(string code) => Array.Find(All, column => column.Code == code) ?? throw new ArgumentOutOfRangeException(nameof(code), code, null);

    private static string Ordinal(int? number) => ((number ?? -1) + 1).ToString("D10", CultureInfo.InvariantCulture);
}
