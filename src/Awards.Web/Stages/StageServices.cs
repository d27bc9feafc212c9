using Awards.Documents;
using Awards.Web.Platform;
using Awards.Web.Platform.Files;
using Awards.Web.Platform.Jobs;
using Awards.Web.Platform.Mail;
using Awards.Web.Stages.Applications;

namespace Awards.Web.Stages;

/// <summary>Services that the stages bring along.</summary>
internal static class StageServices
{
    public static void Add(IServiceCollection services, Installation installation)
    {
        services.AddDocuments(TypstOptions.ForRepository(installation.Root));
        services.AddSingleton<Platform.Documents.TextPages>();
        services.AddSingleton<Platform.Documents.DrawnCharts>();
        services.AddSingleton<Platform.Forms.PrintedForms>();
        services.AddScoped<Accounts.SignInDesk>();
        services.AddScoped<Accounts.PasskeyDesk>();
        services.AddScoped<Accounts.InvitationDesk>();
        services.AddScoped<Setup.CallDesk>();
        services.AddScoped<ApplicationDesk>();
        services.AddScoped<ConsentDesk>();
        services.AddScoped<MemberDesk>();
        services.AddScoped<SubmissionDesk>();
        services.AddScoped<Privacy.OwnData>();
        services.AddScoped<IFileOwner, Calls.CallDownloads>();
        services.AddScoped<AnswerFiles>();
        services.AddScoped<SentFiles>();
        services.AddScoped<TextMeasuring>();
        services.AddScoped<IFileOwner>(provider => provider.GetRequiredService<AnswerFiles>());
        services.AddScoped<IFileOwner, Outreach.WaveFiles>();
        services.AddScoped<Outreach.BounceDesk>();
        services.AddScoped<Outreach.ContactImport>();
        services.AddScoped<Outreach.WaveSending>();
        services.AddScoped<Outreach.WaveJob>();
        services.AddScoped<Intake.KeyingDesk>();
        services.AddScoped<IFileOwner, Intake.ArrivalScans>();
        services.AddSingleton<PreReview.EntryLines>();
        services.AddScoped<Reports.ReportDesk>();
        services.AddScoped<Reports.ReportPages>();
        services.AddScoped<Reports.VolumeMaking>();
        services.AddScoped<IFileOwner, Reports.VolumeFiles>();
        services.AddScoped<ReceiptDocuments>();
        services.AddScoped<IReceiptDocuments>(provider => provider.GetRequiredService<ReceiptDocuments>());
        services.AddSingleton(ReceiptMail.Kind);
        services.AddSingleton(ReminderMail.Kind);
        services.AddSingleton(LetterMail.Kind);
        services.AddSingleton(PreReview.ReviewReminderMail.Kind);
        services.AddSingleton(Intake.IntakeMails.Exclusion);
        services.AddSingleton(Intake.PieceMails.Kind);
        services.AddSingleton(Setup.SetupMails.DeadlineExtended);
        services.AddSingleton(Enquiries.EnquiryMails.Answer);
        services.AddScoped<Consensus.SessionDesk>();
        services.AddScoped<Consensus.SessionMinutes>();
        services.AddSingleton(Consensus.SessionMails.Invitation);
        services.AddSingleton(Reports.ReportMails.Assigned);
        services.AddSingleton(Reports.ReportMails.Returned);
        services.AddScoped<Enquiries.EnquiryDesk>();
        services.AddScoped<IMailPreview, Enquiries.AnswerPreview>();
        services.AddScoped<IMailPreview, ReceiptPreview>();
        services.AddScoped<IMailPreview, Intake.ExclusionPreview>();
        services.AddScoped<IMailPreview, Intake.PiecePreview>();
        services.AddScoped<Intake.DecisionDesk>();
        services.AddScoped<Intake.BulkDesk>();
        services.AddSingleton<Intake.FigureCharts>();
        services.AddScoped<Intake.MissingPieces>();
        services.AddScoped<IFileOwner>(provider => provider.GetRequiredService<Intake.MissingPieces>());
    }
}
