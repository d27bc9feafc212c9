using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Domain.Tests.Calls;

namespace Awards.Domain.Tests.Intake;

public sealed class FormalCheckTests
{
    private static readonly FormalCheckItem Town = new("town", "Von einer Kommune"), Text = new("text", "Text lang genug");
    private readonly Call _call = Call.Create(CallCase.Definition() with
    {
        FormalChecks = [Town, Text],
        MayEnter = [ApplicantKind.District],
        MaxSingleProjects = 2,
        AwardGroups = [new() { Code = "towns", Label = "Städte", Types = ["KS"] }, new() { Code = "districts", Label = "Kreise", Types = ["LK"] }, new() { Code = "special", Label = "Sonderkategorie", Special = true }],
    });

    [Fact]
    public void What_arrives_with_the_first_instant_that_is_too_late_is_late()
    {
        Codes(Application(at: CallCase.Deadline.AddTicks(-1))).ShouldNotContain(FormalFindings.Late);
        Codes(Application(at: CallCase.Deadline)).ShouldContain(FormalFindings.Late);
        Codes(Application(at: CallCase.Deadline), new() { CountsFrom = CallCase.Deadline.AddDays(-1) }).ShouldNotContain(FormalFindings.Late);
    }

    [Fact]
    public void Time_granted_after_an_outage_is_in_time()
    {
        var granted = Call.Create(OutageGrace.Grant(_call.Definition, CallCase.Deadline.AddDays(1), By("Ausfall am letzten Abend")).Fact);
        FormalFindings.IsLate(CallCase.Deadline.AddHours(3), granted).ShouldBeFalse();
        FormalFindings.IsLate(CallCase.Deadline.AddDays(1), granted).ShouldBeTrue();
    }

    [Fact]
    public void Kind_projects_missing_answers_and_a_missing_municipality_are_found()
    {
        Codes(Application(projects: 3), new() { Kind = ApplicantKind.Organisation, Twins = 2 })
            .ShouldBe([FormalFindings.Kind, FormalFindings.Projects, FormalFindings.Incomplete, FormalFindings.NoMunicipality, FormalFindings.Twin]);
        var findings = FormalFindings.Of(Application(projects: 2), _call, new() { Kind = ApplicantKind.District });
        findings.Select(finding => finding.Code).ShouldBe([FormalFindings.Incomplete, FormalFindings.NoMunicipality]);
        findings.ShouldAllBe(finding => finding.Severity == FindingSeverity.Notice);
    }

    [Fact]
    public void A_short_version_over_its_words_is_found_and_is_not_called_missing()
    {
        var texts = new ApplicationTexts { Title = "T", Summary = string.Join(' ', Enumerable.Repeat("Wort", 251)), Description = "D" };
        var finding = FormalFindings.Of(Application(texts: texts), _call, new()).Single(each => each.Code == FormalFindings.Length);
        finding.Sentence.ToString().ShouldContain("251 Wörter, erlaubt sind 250");
    }

    [Fact]
    public void The_contact_person_does_not_count_for_what_is_missing()
    {
        var without = Application(texts: new() { Title = "T", Summary = "S", Description = "D" });
        var with = Application(texts: new() { Title = "T", Summary = "S", Description = "D", ContactName = "Name", ContactMail = "a@b.example" });
        Codes(without).ShouldBe(Codes(with));
    }

    [Fact]
    public void Admission_is_refused_while_lines_are_open_or_faulty_and_names_them()
    {
        var application = Application();
        Refused(application).ShouldBe("Die formale Prüfung ist noch nicht abgeschlossen. Offen: Von einer Kommune; Text lang genug.");
        Refused(application, Said(application, "town", CheckState.Ok)).ShouldContain("Offen: Text lang genug.");
        Refused(application, Said(application, "town", CheckState.Ok), Said(application, "text", CheckState.Fault, "Sieben Seiten")).ShouldStartWith("Die formale Prüfung hat Fehler ergeben: Text lang genug.");
        Standing(application, Said(application, "town", CheckState.Ok), Said(application, "text", CheckState.Accepted, "Nur eine Zeile")).AdmissionRefusal().ShouldBeNull();
    }

    [Fact]
    public void A_third_project_stands_against_admission_until_it_is_accepted_with_a_reason()
    {
        var (call, application) = (Call.Create(_call.Definition with { FormalChecks = null }), Application(projects: 3));
        FormalStanding Of(params FormalCheck[] checks) => FormalStanding.Of(call.Definition, FormalFindings.Of(application, call, new()), checks);
        Admission.Admit(application, call, Of(), new(1), By()).Refusal!.Code.ShouldBe("intake.breaches");
        FormalCheck.Decide(application, null, Of().Codes, FormalFindings.Projects, CheckState.Accepted, " ", 0, By()).Refusal!.Code.ShouldBe("check.acceptance_needs_reason");
        var accepted = FormalCheck.Decide(application, null, Of().Codes, FormalFindings.Projects, CheckState.Accepted, "Gehört zusammen", 0, By()).Fact;
        Admission.Admit(application, call, Of(accepted), new(1), By()).Fact.Entry.Number.ShouldBe(1);
    }

    [Fact]
    public void A_fault_needs_words_and_two_who_decide_at_once_do_not_overwrite_each_other()
    {
        var application = Application();
        HashSet<string> known = ["town", "text"];
        FormalCheck.Decide(application, null, known, "town", CheckState.Fault, "", 0, By()).Refusal!.Code.ShouldBe("check.fault_needs_note");
        FormalCheck.Decide(application, null, known, "other", CheckState.Ok, null, 0, By()).Refusal!.Code.ShouldBe("check.unknown");
        var first = FormalCheck.Decide(application, null, known, "town", CheckState.Ok, null, 0, By()).Fact;
        FormalCheck.Decide(application, first, known, "town", CheckState.Fault, "doch nicht", 0, By()).Refusal!.Code.ShouldBe("check.stale");
        first.State.ShouldBe(CheckState.Ok);
        FormalCheck.Decide(application, first, known, "town", CheckState.Fault, "doch nicht", FormalCheck.Seen(first), By()).Fact.Note.ShouldBe("doch nicht");
        _ = Admission.Exclude(application, By("Kein Kreis")).Fact;
        FormalCheck.Decide(application, first, known, "town", CheckState.Ok, null, FormalCheck.Seen(first), By()).Refusal!.Code.ShouldBe("check.decided");
    }

    [Fact]
    public void A_joint_entry_gets_the_group_that_somebody_chose_with_a_reason()
    {
        var (call, application) = (Call.Create(_call.Definition with { FormalChecks = null, MayEnter = null }), Application(joint: true));
        var standing = new FormalStanding([], []);
        Admission.Admit(application, call, standing, new(1), By()).Refusal!.Code.ShouldBe("intake.joint_without_group");
        Admission.Admit(application, call, standing, new(1) { Group = "special" }, By("x")).Refusal!.Code.ShouldBe("intake.unknown_group");
        Admission.Admit(application, call, standing, new(1) { Group = "towns" }, By()).Refusal!.Code.ShouldBe("intake.group_needs_reason");
        var entry = Admission.Admit(application, call, standing, new(1) { Group = "towns" }, By("Die Stadt führt")).Fact.Entry;
        (entry.GroupCode, entry.GroupSource, entry.Type, entry.TypeSource).ShouldBe(("towns", "Festlegung der Geschäftsstelle: Die Stadt führt", MunicipalityType.District, Admission.FromApplicant));
    }

    [Fact]
    public void The_type_of_the_register_is_said_to_be_the_registers()
    {
        var entry = Admission.Admit(Application(), _call, new([], []), new(1) { RegisterType = MunicipalityType.District }, By()).Fact.Entry;
        (entry.TypeSource, entry.GroupSource).ShouldBe((Admission.FromRegister, Admission.ByRule));
        Admission.Admit(Application(), _call, new([], []), new(1) { Type = MunicipalityType.IndependentCity, RegisterType = MunicipalityType.IndependentCity }, By("Stadtkreis")).Fact.Entry.TypeSource.ShouldBe("Festlegung der Geschäftsstelle: Stadtkreis");
    }

    [Fact]
    public void An_exclusion_is_taken_back_with_a_reason_and_nothing_else_is()
    {
        var application = Application();
        Admission.TakeBack(application, By("x")).Refusal!.Code.ShouldBe("intake.not_excluded");
        _ = Admission.Exclude(application, By("Kein Kreis")).Fact;
        Admission.TakeBack(application, By()).Refusal!.Code.ShouldBe("intake.taking_back_needs_reason");
        Admission.TakeBack(application, By("Doch ein Kreis")).Fact.Result.ShouldBe(IntakeResult.TakenBack);
        application.Status.ShouldBe(ApplicationState.Submitted);
    }

    private static WriteContext By(string? why = null) => new(Guid.CreateVersion7(), CallCase.Deadline, why);

    private Application Application(DateTime? at = null, int projects = 0, ApplicationTexts? texts = null, bool joint = false)
    {
        var application = Domain.Applications.Application.TakeOver(_call, new ArrivedEntry
        {
            ApplicantName = "Musterkreis",
            Channel = Channel.Post,
            Type = MunicipalityType.District,
            Answers = AnswerSet.Empty,
            IsJoint = joint,
            Texts = texts ?? ApplicationTexts.Empty,
            Projects = [.. Enumerable.Range(1, projects).Select(number => new ProjectText($"Projekt {number}"))],
        }, CallCase.Start);
        application.SubmitTakenOver(_call, 1, at ?? CallCase.Start.AddDays(1));
        return application;
    }

    private IEnumerable<string> Codes(Application application, FormalFacts? facts = null) => FormalFindings.Of(application, _call, facts ?? new()).Select(finding => finding.Code);

    private FormalStanding Standing(Application application, params FormalCheck[] checks) => FormalStanding.Of(_call.Definition, FormalFindings.Of(application, _call, new()), checks);

    private string Refused(Application application, params FormalCheck[] checks) => Admission.Admit(application, _call, Standing(application, checks), new(1), By()).Refusal!.ToString();

    private static FormalCheck Said(Application application, string code, CheckState state, string? note = null) => FormalCheck.Decide(application, null, new HashSet<string> { code }, code, state, note, 0, By()).Fact;
}
