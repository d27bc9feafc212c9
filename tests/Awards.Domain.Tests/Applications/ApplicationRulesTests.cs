using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data.Seeding;

namespace Awards.Domain.Tests.Applications;

public sealed class ApplicationRulesTests
{
    private static readonly Call Call = Call.Create(AwardsHost.Seed.Call(DemoSeeder.Today));
    private static readonly DateTime Deadline = Call.Phase(PhaseKind.Application)!.Until!.Value;
    private static readonly WriteContext InTime = new(null, Deadline.AddSeconds(-1));
    private static readonly WriteContext TooLate = new(null, Deadline);

    [Fact]
    public void A_second_application_needs_to_be_meant()
    {
        ApplicationRules.SecondRefusal("Musterstadt", 0, another: false).ShouldBeNull();
        ApplicationRules.SecondRefusal("Musterstadt", 1, another: true).ShouldBeNull();
        ApplicationRules.SecondRefusal("Musterstadt", 1, another: false)!.Code.ShouldBe("application.already_started");
    }

    [Fact]
    public void After_the_deadline_the_deadline_is_the_reason_also_with_an_old_version()
    {
        var application = Begin();
        application.Describe(Call, ApplicationTexts.Empty, [], seenVersion: 7, TooLate).Refusal!.Code.ShouldBe("application.deadline_passed");
        application.Describe(Call, ApplicationTexts.Empty, [], seenVersion: 7, InTime).Refusal.ShouldBe(ApplicationRules.Stale);
        ApplicationRules.ClosedRefusal(application, Call, InTime.When).ShouldBeNull();
        Application.Start(Call, Town, TooLate).Refusal!.Code.ShouldBe("application.deadline_passed");
    }

    [Fact]
    public void Projects_keep_their_order_and_empty_ones_do_not_count()
    {
        var application = Begin();
        application.Describe(Call, ApplicationTexts.Empty, [new("", " "), new("Zweites", "Text")], 0, InTime).Refusal.ShouldBeNull();
        application.ProjectTexts().ShouldBe([new("Zweites", "Text")]);
        application.Describe(Call, ApplicationTexts.Empty, [new("A"), new("B"), new("C")], 0, InTime).Refusal!.Code.ShouldBe("application.too_many_projects");
        application.Describe(Call, ApplicationTexts.Empty, [new("", "Text ohne Titel")], 0, InTime).Refusal!.Code.ShouldBe("project.without_title");
        application.ProjectTexts().ShouldBe([new("Zweites", "Text")]);
    }

    [Theory]
    [InlineData("name@kommune.de", true)]
    [InlineData("vor.nach+wettbewerb@amt.kommune.example", true)]
    [InlineData("", true)]
    [InlineData("kaputt", false)]
    [InlineData("Name <name@kommune.de>", false)]
    [InlineData("eins@kommune.de, zwei@kommune.de", false)]
    [InlineData("name@kommune", false)]
    [InlineData("name@kommune.de\nBcc: opfer@example.org", false)]
    public void The_contact_address_is_one_address(string mail, bool good) =>
        (new ApplicationTexts { ContactMail = mail }.Check().Refusal?.Code).ShouldBe(good ? null : "application.no_mail_address");

    [Fact]
    public void Every_fault_names_its_field()
    {
        var texts = new ApplicationTexts { Title = new string('x', ApplicationTexts.MaxLine + 1), Summary = "a\u0001b", ContactMail = "kaputt" };
        texts.Faults().Select(fault => (fault.Property, fault.Refusal.Code)).ShouldBe([("ContactMail", "application.no_mail_address"), ("Title", "text.too_long"), ("Summary", "text.unreadable_character")]);
        new ProjectText("", new string('x', ProjectText.MaxDescription + 1)).Faults().Select(fault => fault.Property).ShouldBe(["Title", "Description"]);
        new ProjectText("").Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Submitting_twice_is_one_submission()
    {
        var application = Begin();
        _ = application.Describe(Call, new() { ContactName = "n", ContactMail = "n@kommune.de", Title = "t", Summary = "s", Description = "d", Contribution = "city_wide", Novelty = Novelty.New }, [], 0, InTime).Fact;
        _ = application.Answer(Call, new Dictionary<string, string> { ["needs_analysis"] = "yes", ["written_concept"] = "no", ["integration_concept"] = "no", ["evaluation"] = "no", ["duration"] = "permanent" }, 0, InTime).Fact;
        application.Submit(Call, 0, 5, InTime).Refusal.ShouldBeNull();
        application.Submit(Call, 99, 6, TooLate).Refusal.ShouldBeNull();
        (application.ArrivalNumber, application.SubmittedAt).ShouldBe((5, InTime.When));
        application.Reopen(Call, 0, TooLate).Refusal!.Code.ShouldBe("application.deadline_passed");
    }

    private static Municipality Town => Municipality.Create("Musterstadt", "NW", MunicipalityType.District);

    private static Application Begin() => Application.Start(Call, Town, InTime).Fact;
}
