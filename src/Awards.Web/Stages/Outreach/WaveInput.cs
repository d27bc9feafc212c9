using Awards.Domain.Calls;
using Awards.Domain.Outreach;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Awards.Web.Platform.Mail;
using Awards.Web.Platform.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Outreach;

/// <summary>What is typed about a wave.</summary>
public sealed class WaveInput
{
    public string? Name { get; set; }
    public Guid? ListId { get; set; }
    public WaveKind Kind { get; set; }
    public WaveAudience Audience { get; set; }
    public string? SubjectDe { get; set; }
    public string? TextDe { get; set; }
    public string? SubjectEn { get; set; }
    public string? TextEn { get; set; }

    public static WaveInput Of(Wave wave) => new()
    {
        Name = wave.Name,
        ListId = wave.ListId,
        Kind = wave.Kind,
        Audience = wave.Audience,
        SubjectDe = wave.SubjectDe,
        TextDe = wave.TextDe,
        SubjectEn = wave.SubjectEn,
        TextEn = wave.TextEn,
    };

    /// <summary>Cleans what was typed.</summary>
    public WaveText Read() => new()
    {
        Name = TextRules.OneLine(Name),
        ListId = ListId,
        Kind = Enum.IsDefined(Kind) ? Kind : WaveKind.First,
        Audience = Enum.IsDefined(Audience) ? Audience : WaveAudience.Everybody,
        SubjectDe = TextRules.OneLine(SubjectDe),
        TextDe = TextRules.Lines(TextDe),
        SubjectEn = TextRules.OneLine(SubjectEn),
        TextEn = TextRules.Lines(TextEn),
    };

    /// <summary>Everything that is wrong with the texts, by field: empty German ones, too long ones, placeholders that there are not.</summary>
    public static IEnumerable<(string Field, Refusal Refusal)> Faults(WaveText text)
    {
        foreach (var (field, typed, limit) in new[] { (nameof(SubjectDe), text.SubjectDe, OutboxMessage.MaxSubject), (nameof(TextDe), text.TextDe, MailTemplate.MaxText), (nameof(SubjectEn), text.SubjectEn, OutboxMessage.MaxSubject), (nameof(TextEn), text.TextEn, MailTemplate.MaxText) })
        {
            if (TextRules.Check(typed, limit).Refused(out var refusal)) yield return (field, refusal);
            else if (TemplateText.Check(WaveTexts.Kind, typed) is { } fault) yield return (field, fault);
        }
        if (text.SubjectDe.Length == 0) yield return (nameof(SubjectDe), new("outreach.without_subject", "Bitte geben Sie einen Betreff an."));
        if (text.TextDe.Length == 0) yield return (nameof(TextDe), new("outreach.without_text", "Bitte geben Sie einen Text an."));
        if (text.Refusal() is { } whole) yield return (whole.Code == "outreach.half_english" ? text.SubjectEn.Length == 0 ? nameof(SubjectEn) : nameof(TextEn) : nameof(Name), whole);
    }

    public static IReadOnlyList<Choice> Kinds(IStringLocalizer<Text> texts) =>
    [
        new(nameof(WaveKind.First), texts[OutreachWords.Of(WaveKind.First)]),
        new(nameof(WaveKind.Reminder), texts[OutreachWords.Of(WaveKind.Reminder)], texts["lässt immer aus, wer sich schon beworben, damit begonnen oder eine Absichtserklärung abgegeben hat"]),
    ];

    public static IReadOnlyList<Choice> Audiences(IStringLocalizer<Text> texts) => [.. Enum.GetValues<WaveAudience>().Select(each => new Choice(each.ToString(), texts[OutreachWords.Of(each)]))];

    public static Choice ListChoice(IStringLocalizer<Text> texts, ListLine list) => new(list.Id.ToString(), list.Name, texts["{0} Adressen", list.Addresses.ToString("N0", System.Globalization.CultureInfo.CurrentCulture)]);
}
