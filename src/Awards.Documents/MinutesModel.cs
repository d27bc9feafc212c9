namespace Awards.Documents;

/// <summary>Minutes of a joint session.</summary>
public sealed record MinutesModel
{
    /// <summary>Name of the template that shows this model.</summary>
    public const string Template = "minutes";

    /// <summary>"de" or "en": the language of the labels and of the document.</summary>
    public required string Language { get; init; }

    /// <summary>Fixed words of that language.</summary>
    public MinutesWords Words => MinutesWords.In(Language);

    /// <summary>Title of the call in that language.</summary>
    public required string CallTitle { get; init; }

    /// <summary>Name of the institute.</summary>
    public required string IssuedBy { get; init; }

    /// <summary>When the data were read, as people read it.</summary>
    public required string DataText { get; init; }

    /// <summary>The same as a UTC instant; it is the date of the PDF, so that the same model gives the same bytes.</summary>
    public required DateTime DataUtc { get; init; }

    /// <summary>Title of the session.</summary>
    public required string Title { get; init; }

    /// <summary>"Entwurf: …" while the session is not closed; null afterwards.</summary>
    public string? DraftNote { get; init; }

    /// <summary>Date, place, begun, ended, note taker; what has no value is left out.</summary>
    public required IReadOnlyList<ReportFact> Facts { get; init; }

    /// <summary>Who takes part, and whether present or excused.</summary>
    public required IReadOnlyList<ReportFact> People { get; init; }

    /// <summary>Remarks of the lead; "" = none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Items that were called or settled, in the order of the agenda.</summary>
    public required IReadOnlyList<MinutesItem> Items { get; init; }

    /// <summary>Entries settled together.</summary>
    public required IReadOnlyList<MinutesLine> Block { get; init; }

    /// <summary>Entries without a result, with what is to be said of them.</summary>
    public required IReadOnlyList<MinutesLine> Open { get; init; }

    /// <summary>Names below the lines for signatures.</summary>
    public required IReadOnlyList<string> Signatures { get; init; }
}

/// <summary>An item of the minutes.</summary>
/// <param name="Votes">The two votes with points; names only where the session shows them.</param>
/// <param name="Out">Who was out of the room, and from when to when; a line each.</param>
/// <param name="Result">"" = none.</param>
public sealed record MinutesItem(string Number, string Name, string Title, string Called, IReadOnlyList<ReportFact> Votes, string Out, string Result, string Reasons)
{
    /// <summary>Its heading.</summary>
    public string Heading => $"{Number} {Name}";
}

/// <summary>An entry in a list of the minutes.</summary>
public sealed record MinutesLine(string Number, string Name, string Text, string Reasons = "");

/// <summary>Fixed words of minutes.</summary>
public sealed record MinutesWords
{
    private static readonly MinutesWords German = new();

    private static readonly MinutesWords English = new()
    {
        Minutes = "Minutes",
        Data = "Data of",
        Draft = "Draft",
        Session = "Session",
        Fact = "Item",
        Value = "Value",
        People = "Participants",
        Person = "Name",
        Presence = "Presence",
        Note = "Remarks",
        Items = "Entries",
        Called = "Called",
        Vote = "Vote",
        Content = "Content",
        Out = "Out of the room because of a conflict of interest",
        Result = "Result",
        Reasons = "Reasons",
        Block = "Settled together",
        Open = "Still open",
        Number = "Number",
        Name = "Municipality",
        Standing = "Standing",
        Nothing = "None",
        Signatures = "Signatures",
        Signature = "Place, date, signature",
    };

    public string Minutes { get; init; } = "Niederschrift";
    public string Data { get; init; } = "Datenstand";
    public string Draft { get; init; } = "Entwurf";
    public string Session { get; init; } = "Sitzung";
    public string Fact { get; init; } = "Angabe";
    public string Value { get; init; } = "Inhalt";
    public string People { get; init; } = "Teilnehmende";
    public string Person { get; init; } = "Name";
    public string Presence { get; init; } = "Anwesenheit";
    public string Note { get; init; } = "Bemerkungen";
    public string Items { get; init; } = "Beiträge";
    public string Called { get; init; } = "Aufgerufen";
    public string Vote { get; init; } = "Votum";
    public string Content { get; init; } = "Inhalt";
    public string Out { get; init; } = "Wegen Befangenheit nicht im Raum";
    public string Result { get; init; } = "Ergebnis";
    public string Reasons { get; init; } = "Begründung";
    public string Block { get; init; } = "Gemeinsam entschieden";
    public string Open { get; init; } = "Noch offen";
    public string Number { get; init; } = "Nummer";
    public string Name { get; init; } = "Kommune";
    public string Standing { get; init; } = "Stand";
    public string Nothing { get; init; } = "Keine";
    public string Signatures { get; init; } = "Unterschriften";
    public string Signature { get; init; } = "Ort, Datum, Unterschrift";

    /// <summary>Those of a language, "de" or "en".</summary>
    public static MinutesWords In(string language) => language == "en" ? English : German;
}
