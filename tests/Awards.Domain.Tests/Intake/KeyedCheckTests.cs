using Awards.Domain.Applications;
using Awards.Domain.Calls;
using Awards.Domain.Intake;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;
using Awards.Domain.Tests.Calls;
using Awards.Testing.Calls;

namespace Awards.Domain.Tests.Intake;

/// <summary>What came by post or mail: its deadline, who types it, who compares it.</summary>
public sealed class KeyedCheckTests
{
    private static readonly DateTime Deadline = GermanTime.Utc(new DateTime(2027, 7, 1));
    private static readonly Guid One = Guid.CreateVersion7(), Two = Guid.CreateVersion7();

    private static Call Made(Func<CallDefinition, CallDefinition>? change = null)
    {
        var definition = CallCase.Definition() with { Phases = [new(PhaseKind.Application, Deadline.AddDays(-60), Deadline)] };
        return Call.Create(change is null ? definition : change(definition));
    }

    [Fact]
    public void The_arrival_counts_unless_the_call_says_that_the_postmark_does()
    {
        var (before, after) = (Deadline.AddMinutes(-1), Deadline.AddDays(2));
        var lastDay = new DateOnly(2027, 6, 30);
        var (usual, postmark) = (Made(), Made(call => call with { PostmarkCounts = true }));
        new Arrival(Channel.Post, before).IsLate(usual).ShouldBeFalse();
        new Arrival(Channel.Post, Deadline).IsLate(usual).ShouldBeTrue();
        new Arrival(Channel.Post, after, lastDay).IsLate(usual).ShouldBeTrue();
        new Arrival(Channel.Post, after, lastDay).IsLate(postmark).ShouldBeFalse();
        new Arrival(Channel.Post, after, lastDay.AddDays(1)).IsLate(postmark).ShouldBeTrue();
        new Arrival(Channel.Post, after).IsLate(postmark).ShouldBeTrue();
        new Arrival(Channel.Email, after).IsLate(postmark).ShouldBeTrue();
    }

    [Fact]
    public void A_granted_grace_holds_for_paper_as_well()
    {
        var call = Made(call => call with { Grace = new(Deadline.AddDays(1), "Ausfall", Deadline) });
        new Arrival(Channel.Post, Deadline.AddHours(5)).IsLate(call).ShouldBeFalse();
        new Arrival(Channel.Post, Deadline.AddDays(1)).IsLate(call).ShouldBeTrue();
    }

    [Fact]
    public void Arrivals_that_cannot_be_are_refused()
    {
        var now = Deadline;
        new Arrival(Channel.Web, now).RefusalAt(now)!.Code.ShouldBe("arrival.channel");
        new Arrival(Channel.Post, now.AddMinutes(1)).RefusalAt(now)!.Code.ShouldBe("arrival.future");
        new Arrival(Channel.Email, now, new DateOnly(2027, 6, 30)).RefusalAt(now)!.Code.ShouldBe("arrival.postmark_of_mail");
        new Arrival(Channel.Post, now.AddDays(-5), new DateOnly(2027, 6, 30)).RefusalAt(now)!.Code.ShouldBe("arrival.postmark_later");
        new Arrival(Channel.Post, now.AddDays(-1), new DateOnly(2027, 6, 30)).RefusalAt(now).ShouldBeNull();
    }

    [Fact]
    public void Whoever_typed_it_is_not_the_second_person()
    {
        var check = KeyedCheck.Record(Guid.CreateVersion7(), new Arrival(Channel.Post, Deadline.AddDays(-3)), By(One)).Fact;
        check.Check(By(Two)).Refusal!.Code.ShouldBe("keyed.not_complete");
        check.Typed(By(One));
        check.TypedBy.ShouldBe(One.ToString());
        check.Complete(By(One)).Fact.State.ShouldBe(KeyedState.Open);
        check.Complete(By(One)).Refusal!.Code.ShouldBe("keyed.complete");
        check.Check(By(One)).Refusal!.Code.ShouldBe("keyed.same_person");
        check.Check(By(null)).Refusal!.Code.ShouldBe("keyed.same_person");
        // Correcting is part of the second look.
        check.Typed(By(Two));
        check.Check(By(Two)).Fact.CheckedBy.ShouldBe(Two);
        check.Check(By(Two)).Refusal!.Code.ShouldBe("keyed.checked");
    }

    [Fact]
    public void Two_who_typed_need_a_third()
    {
        var check = KeyedCheck.Record(Guid.CreateVersion7(), new Arrival(Channel.Post, Deadline.AddDays(-3)), By(One)).Fact;
        check.Typed(By(Two));
        check.Complete(By(One));
        check.Check(By(Two)).Refusal!.Code.ShouldBe("keyed.same_person");
    }

    [Fact]
    public void It_is_handed_in_as_of_its_arrival_and_admitted_only_when_it_is_checked()
    {
        var call = Made();
        var application = Paper(call);
        application.Key(call, Content("Titel"), 0).Refusal.ShouldBeNull();
        application.SubmitKeyed(call, 7, Deadline.AddDays(5));
        (application.Status, application.SubmittedAt, application.ArrivalNumber, application.AwaitsCheck).ShouldBe((ApplicationState.Submitted, Deadline.AddDays(5), 7, true));
        Admission.Admit(application, call, 1, null, By(One)).Refusal.ShouldBe(KeyedCheck.Unchecked);

        var hash = application.ContentHash;
        application.Key(call, Content("Berichtigt"), 0).Refusal.ShouldBeNull();
        application.ContentHash.ShouldNotBe(hash);
        application.MarkChecked();
        application.Key(call, Content("Zu spät"), 0).Refusal!.Code.ShouldBe("keyed.closed");
        Admission.Admit(application, call, 1, null, By(One)).Fact.Entry.Title.ShouldBe("Berichtigt");
    }

    [Fact]
    public void A_third_project_is_taken_and_what_cannot_be_stored_is_refused()
    {
        var call = Made(call => EveryQuestion.In(call) with { MaxSingleProjects = 2 });
        var application = Paper(call);
        application.Key(call, Content("x") with { Projects = [new("A"), new("B"), new("C")] }, 0).Fact.Projects.Count.ShouldBe(3);
        application.Key(call, Content("x") with { Projects = [.. Enumerable.Range(1, 11).Select(number => new ProjectText($"{number}"))] }, 0).Refusal!.Code.ShouldBe("application.too_many_projects");
        application.Key(call, Content("x") with { Answers = AnswerSet.Empty.With("volunteers", "viele") }, 0).Refusal!.Code.ShouldBe("answer.not_whole");
        application.Key(call, Content("x") with { Participants = [new("A"), new("a")] }, 0).Refusal!.Code.ShouldBe("participants.twice");
        application.Key(call, Content("x\u0007"), 0).Refusal!.Code.ShouldBe("text.unreadable_character");
        application.Key(call, Content("x"), 1).Refusal.ShouldBe(ApplicationRules.Stale);
        application.Texts.Title.ShouldBe("x");
    }

    [Fact]
    public void Only_what_came_by_post_or_mail_is_typed_by_staff()
    {
        var call = Made();
        var application = Application.TakeOver(call, new ArrivedEntry { ApplicantName = "Musterstadt 1", Channel = Channel.Web, Answers = AnswerSet.Empty }, Deadline);
        application.Key(call, Content("x"), 0).Refusal!.Code.ShouldBe("keyed.not_paper");
    }

    private static Application Paper(Call call) => Application.TakeOver(call, new ArrivedEntry { ApplicantName = "Musterstadt 1", Channel = Channel.Post, Type = MunicipalityType.District, Answers = AnswerSet.Empty }, Deadline);

    private static SubmittedContent Content(string title) => new(new() { Title = title }, [], [], ApplicationFiles.None, AnswerSet.Empty);

    private static WriteContext By(Guid? person) => WriteContext.System(Deadline, "Test") with { Who = person };
}
