using Awards.Domain.Municipalities;
using Awards.Domain.Outreach;
using Awards.Web.Platform.Localisation;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Outreach;

/// <summary>A figure of a wave.</summary>
/// <param name="Code">Stable, in files.</param>
/// <param name="Label">German, the key of its translation.</param>
public sealed record EffectColumn(string Code, string Label, Func<EffectRow, int> Of);

/// <summary>The figures of waves, the same on the page and in files.</summary>
public static class EffectColumns
{
    public static IReadOnlyList<EffectColumn> All { get; } =
    [
        new("sent", /*text*/ "gesendet", row => row.Sent),
        new("suppressed", /*text*/ "abbestellt", row => row.Suppressed),
        new("bounced", /*text*/ "unzustellbar", row => row.Bounced),
        new("skipped", /*text*/ "ausgelassen", row => row.Skipped),
        new("letters", /*text*/ "Absichtserklärungen", row => row.Letters),
        new("drafts", /*text*/ "Entwürfe", row => row.Drafts),
        new("submitted", /*text*/ "eingereicht", row => row.Submitted),
        new("entries", /*text*/ "zugelassen", row => row.Entries),
    ];

    /// <summary>The name of a row of the table by states.</summary>
    public static string State(IStringLocalizer<Text> texts, string code) => code.Length == 0 ? texts["ohne Angabe"] : FederalStates.Name(code);

    /// <summary>The name of a row of the table by types.</summary>
    public static string Type(IStringLocalizer<Text> texts, string code) => MunicipalityTypes.Parse(code) is { } type ? texts[type.German()] : texts["ohne Angabe"];
}
