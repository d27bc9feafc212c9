using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Shared;
using Awards.Web.Data;
using Awards.Web.Platform.Localisation;
using Microsoft.Extensions.Localization;

namespace Awards.Web.Stages.Applications;

/// <summary>The mail that confirms a submission.</summary>
public static class ReceiptMail
{
    /// <summary>Writes it; it goes out after the transaction of the submission.</summary>
    public static OutboxMessage For(Application application, Call call, DateTime now, string language, IStringLocalizer<Text> texts)
    {
        var number = call.Definition.ArrivalNumber(application.ArrivalNumber!.Value);
        string[] lines =
        [
            texts["Guten Tag {0},", application.Texts.ContactName],
            "",
            texts["Ihre Bewerbung ist eingegangen."],
            "",
            texts["Wettbewerb: {0}", call.Definition.Title.In(language)],
            texts["Kommune: {0}", application.ApplicantName],
            texts["Beitrag: {0}", application.Texts.Title],
            texts["Eingangsnummer: {0}", number],
            texts["Eingegangen am: {0}", GermanTime.DateAndTime(application.SubmittedAt!.Value, language)],
            texts["Prüfsumme (SHA-256): {0}", application.ContentHash!],
            "",
            texts["Im Anhang steht alles, was Sie eingereicht haben."],
            .. call.Phase(PhaseKind.Application)?.Until is { } deadline
                ? [texts["Bis {0} können Sie die Bewerbung wieder öffnen, ändern und erneut einreichen.", GermanTime.Deadline(deadline, language)]]
                : Array.Empty<string>(),
            "",
            call.Definition.Organiser.In(language),
        ];
        return OutboxMessage.Write(application.Texts.ContactMail, texts["Eingangsbestätigung {0}: {1}", number, application.Texts.Title], string.Join('\n', lines), now, application.Id);
    }
}
