using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Tests.PreReview;
using Awards.Testing;
using Awards.Web.Data.Seeding;

namespace Awards.Domain.Tests.Intake;

public sealed class AdmissionTests
{
    private readonly Call _call = Call.Create(AwardsHost.Seed.Call(DemoSeeder.Today));
    private readonly Guid _lead = Guid.CreateVersion7();

    [Fact]
    public void Admission_makes_an_entry_with_the_group_of_its_type()
    {
        var admitted = Admission.Admit(PreReviewCase.Submitted(_call), _call, 7, null, PreReviewCase.By(_lead)).Fact;
        (admitted.Entry.Number, admitted.Entry.GroupCode, admitted.Entry.TypeSource).ShouldBe((7, "districts", Admission.FromApplicant));
        admitted.Entry.Projects.Select(project => project.Title).ShouldBe(["Projekt A", "Projekt B"]);
        (admitted.Decision.Result, admitted.Decision.DecidedBy).ShouldBe((IntakeResult.Admitted, _lead));
    }

    [Fact]
    public void Another_type_than_the_applicants_needs_a_reason()
    {
        var application = PreReviewCase.Submitted(_call);
        Admission.Admit(application, _call, 1, MunicipalityType.IndependentCity, PreReviewCase.By(_lead)).Refusal!.Code.ShouldBe("intake.type_needs_reason");
        var entry = Admission.Admit(application, _call, 1, MunicipalityType.IndependentCity, PreReviewCase.By(_lead, "Gemeinschaft mit der Stadt")).Fact.Entry;
        (entry.Type, entry.TypeSource).ShouldBe((MunicipalityType.IndependentCity, Admission.SetByOffice));
    }

    [Fact]
    public void A_missing_type_must_be_set_and_needs_no_reason()
    {
        var application = PreReviewCase.Submitted(_call, type: null);
        Admission.Admit(application, _call, 1, null, PreReviewCase.By(_lead)).Refusal!.Code.ShouldBe("intake.without_type");
        Admission.Admit(application, _call, 1, MunicipalityType.District, PreReviewCase.By(_lead)).Fact.Entry.TypeSource.ShouldBe(Admission.SetByOffice);
    }

    [Fact]
    public void Exclusion_needs_a_reason_and_nothing_is_decided_twice()
    {
        var application = PreReviewCase.Submitted(_call);
        Admission.Exclude(application, PreReviewCase.By(_lead)).Refusal!.Code.ShouldBe("intake.exclusion_needs_reason");
        Admission.Exclude(application, PreReviewCase.By(_lead, "Keine Kommune")).Fact.Reason.ShouldBe("Keine Kommune");
        application.Status.ShouldBe(ApplicationState.Excluded);
        Admission.Admit(application, _call, 1, null, PreReviewCase.By(_lead)).Refusal!.Code.ShouldBe("intake.already_excluded");
    }
}
