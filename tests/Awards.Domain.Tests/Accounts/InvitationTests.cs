using Awards.Domain.Accounts;
using Awards.Domain.Municipalities;
using Awards.Domain.Shared;

namespace Awards.Domain.Tests.Accounts;

public sealed class InvitationTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Lead = new("0190a0a0-0000-7000-8000-000000000001"), Invited = new("0190a0a0-0000-7000-8000-000000000002"), Call = new("0190a0a0-0000-7000-8000-000000000003");

    [Fact]
    public void An_invitation_keeps_address_roles_and_who_invited_and_holds_fourteen_days()
    {
        var invitation = To(CallRole.Reviewer, CallRole.Lead, CallRole.Reviewer);
        (invitation.Mail, invitation.Name, invitation.CallId, invitation.InvitedBy, invitation.TokenHash).ShouldBe(("neu@institut.example", "Name", Call, Lead, "hash"));
        invitation.Roles.ShouldBe([CallRole.Lead, CallRole.Reviewer]);
        invitation.ExpiresAt.ShouldBe(Now.AddDays(14));
    }

    [Fact]
    public void Nobody_is_invited_to_nothing() =>
        Invitation.ToCall(Call, "neu@institut.example", "Name", [], "hash", new(Lead, Now)).Refusal!.Code.ShouldBe("invitation.no_role");

    [Fact]
    public void A_registration_names_nobody_who_invited_and_holds_two_days()
    {
        var listed = Invitation.ForMunicipality("amt@musterstadt.example", "Name", Call, new("Anderswo", "NW", MunicipalityType.District), "hash", new(Lead, Now));
        (listed.InvitedBy, listed.CallId, listed.MunicipalityId, listed.UnlistedName).ShouldBe((null, null, Call, null));
        listed.Roles.ShouldBeEmpty();
        listed.ExpiresAt.ShouldBe(Now.AddDays(2));
        var unlisted = Invitation.ForMunicipality("amt@musterstadt.example", "Name", null, new("Anderswo", "NW", MunicipalityType.District), "hash", new(null, Now));
        (unlisted.MunicipalityId, unlisted.UnlistedName, unlisted.UnlistedState, unlisted.UnlistedType).ShouldBe((null, "Anderswo", "NW", MunicipalityType.District));
    }

    [Fact]
    public void It_is_good_for_one_use()
    {
        var invitation = To(CallRole.Editor);
        invitation.Accept(Invited, Now.AddDays(1)).Fact.AcceptedBy.ShouldBe(Invited);
        invitation.AcceptedAt.ShouldBe(Now.AddDays(1));
        invitation.Accept(Lead, Now.AddDays(1)).Refusal!.Code.ShouldBe("invitation.used");
        invitation.AcceptedBy.ShouldBe(Invited);
    }

    [Fact]
    public void The_first_instant_that_is_too_late_is_too_late()
    {
        To(CallRole.Editor).Accept(Invited, Now.AddDays(14).AddTicks(-1)).Refusal.ShouldBeNull();
        var invitation = To(CallRole.Editor);
        invitation.Accept(Invited, Now.AddDays(14)).Refusal!.Code.ShouldBe("invitation.expired");
        invitation.AcceptedAt.ShouldBeNull();
    }

    [Fact]
    public void What_was_withdrawn_leads_nowhere_and_what_was_accepted_is_not_withdrawn()
    {
        var withdrawn = To(CallRole.Editor);
        withdrawn.Withdraw(Now).Refusal.ShouldBeNull();
        withdrawn.Withdraw(Now.AddDays(1)).Fact.WithdrawnAt.ShouldBe(Now);
        withdrawn.Accept(Invited, Now).Refusal!.Code.ShouldBe("invitation.withdrawn");
        var accepted = To(CallRole.Editor);
        _ = accepted.Accept(Invited, Now).Fact;
        accepted.Withdraw(Now).Refusal!.Code.ShouldBe("invitation.accepted");
        accepted.WithdrawnAt.ShouldBeNull();
    }

    private static Invitation To(params CallRole[] roles) => Invitation.ToCall(Call, " neu@institut.example ", " Name ", roles, "hash", new WriteContext(Lead, Now)).Fact;
}
