using Awards.Domain.Accounts;
using Awards.Domain.Applications;
using Awards.Domain.PreReview;
using Awards.Domain.Shared;
using Awards.Testing;
using Awards.Web.Data;
using Awards.Web.Stages.PreReview;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Tests.Stages.Accounts;

/// <summary>Nobody is reviewer and applicant of one entry, whichever came first.</summary>
public sealed class ApplicantReviewerTests : IAsyncLifetime
{
    private AccountCase _case = null!;

    public async Task InitializeAsync() => _case = await AccountCase.StartAsync();

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pairs_leave_out_who_stands_on_the_side_of_the_applicant(bool byMembership)
    {
        var entry = await _case.World.AdmitAsync(4);
        await StandBesideAsync(Cast.Reviewer(1), entry, byMembership);
        var write = new WriteContext(_case.Id(Cast.Lead), _case.Host.Clock.Now);
        var draft = await _case.World.WriteAsync(async db => (await PairDesk.MakeAsync(db, _case.World.Call, new("Plan", 1, [], false), TimeProvider.System, write, CancellationToken.None)).Fact);
        await _case.World.WriteAsync(async db => (await PairDesk.ReleaseAsync(db, _case.World.Call, draft.Id, draft.Version, write, CancellationToken.None)).Fact);
        (await _case.Host.DbAsync(db => db.Reviews.Select(review => review.ReviewerId).ToListAsync())).ShouldBe([_case.Id(Cast.Reviewer(2)), _case.Id(Cast.Reviewer(3))], ignoreOrder: true);
        (await _case.Host.CheckAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_open_review_is_not_given_to_them_either(bool byMembership)
    {
        var entry = await _case.World.AdmitAsync(4);
        var reviews = await _case.World.AssignAsync(entry);
        await StandBesideAsync(Cast.Reviewer(3), entry, byMembership);
        var outcome = await _case.Host.DbAsync(db => db.WriteAsync(new(_case.Id(Cast.Lead), _case.Host.Clock.Now, "Urlaub"), AuditAction.ReviewerReplaced,
            () => PreReviewWrites.ReplaceAsync(db, _case.World.Call, entry.Id, reviews[0].Id, _case.Id(Cast.Reviewer(3)), new(_case.Id(Cast.Lead), _case.Host.Clock.Now, "Urlaub"), CancellationToken.None)));
        outcome.Refused(out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_reviews_is_not_let_in_for_the_municipality_but_who_was_replaced_is()
    {
        var entry = await _case.World.AdmitAsync(4);
        var reviews = await _case.World.AssignAsync(entry);
        (await AffiliateAsync()).Refusal!.Code.ShouldBe("affiliation.reviewer");
        await _case.World.WriteAsync(async db => (await db.Reviews.SingleAsync(each => each.Id == reviews[0].Id)).Replace().Fact);
        (await AffiliateAsync()).Refused(out _).ShouldBeFalse();

        Task<Outcome<bool>> AffiliateAsync() => _case.Host.DbAsync(db => db.WriteAsync(WriteContext.System(_case.Host.Clock.Now, "Test"), AuditAction.SeedLoaded,
            () => Grants.AffiliateAsync(db, _case.Id(Cast.Reviewer(1)), entry.MunicipalityId!.Value, CancellationToken.None)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_check_names_a_review_by_an_applicant_unless_it_was_replaced(bool byMembership)
    {
        var entry = await _case.World.AdmitAsync(4);
        var reviews = await _case.World.AssignAsync(entry);
        (await _case.Host.CheckAsync()).ShouldBeEmpty();
        await StandBesideAsync(Cast.Reviewer(1), entry, byMembership);
        (await _case.Host.CheckAsync()).ShouldBe([$"{World.Slug}, Prüfbogen {reviews[0].Id}: Die Person arbeitet an der Bewerbung mit oder handelt für die Kommune."]);
        await _case.World.WriteAsync(async db => (await db.Reviews.SingleAsync(each => each.Id == reviews[0].Id)).Replace().Fact);
        (await _case.Host.CheckAsync()).ShouldBeEmpty();
    }

    // Straight into the tables: the pages would refuse it.
    private Task<bool> StandBesideAsync(string mail, Domain.Intake.Entry entry, bool byMembership) => _case.World.WriteAsync(db =>
    {
        if (byMembership) db.ApplicationMembers.Add(ApplicationMember.Add(entry.ApplicationId, _case.Id(mail), MemberRight.Edit));
        else db.Affiliations.Add(Affiliation.Of(_case.Id(mail), entry.MunicipalityId!.Value));
        return Task.FromResult(true);
    });
}
