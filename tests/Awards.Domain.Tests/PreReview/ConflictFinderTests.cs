using Awards.Domain.PreReview;

namespace Awards.Domain.Tests.PreReview;

public sealed class ConflictFinderTests
{
    private static readonly Belonging Town = new(Guid.CreateVersion7(), "05558016", "05558", "055580001"), Neighbour = new(Guid.CreateVersion7(), "05558020", "05558", "055580001"),
        District = new(Guid.CreateVersion7(), "05558", null, null), Association = new(Guid.CreateVersion7(), "055580001", "05558", null), Far = new(Guid.CreateVersion7(), "09162000", null, null);

    private static readonly Guid Person = Guid.CreateVersion7();

    [Fact]
    public void Who_acts_for_the_municipality_its_district_its_association_or_a_participant_is_found()
    {
        Between([Town], Entry(Town)).ShouldBe(ConflictKind.SameMunicipality);
        Between([District], Entry(Town)).ShouldBe(ConflictKind.SameDistrict);
        Between([Town], Entry(District)).ShouldBe(ConflictKind.SameDistrict);
        Between([Association], Entry(Town)).ShouldBe(ConflictKind.SameAssociation);
        Between([Town], Entry(Association)).ShouldBe(ConflictKind.SameAssociation);
        Between([Far], Entry(Town) with { Participants = [Far] }).ShouldBe(ConflictKind.Participant);
        Between([], Entry(Town) with { Members = [Person] }).ShouldBe(ConflictKind.Applicant);
    }

    [Fact]
    public void Neighbours_in_one_district_and_strangers_are_no_conflict()
    {
        Between([Neighbour], Entry(Town)).ShouldBeNull();
        Between([Far], Entry(Town)).ShouldBeNull();
        Between([], Entry(null)).ShouldBeNull();
        Between([Far], Entry(null)).ShouldBeNull();
        // Unknown keys are not equal to unknown keys.
        Between([new(Guid.CreateVersion7(), null, null, null)], Entry(new(Guid.CreateVersion7(), null, null, null))).ShouldBeNull();
    }

    [Theory]
    [InlineData("amt@musterstadt.example", "jugend@musterstadt.example", true)]
    [InlineData("amt@Jugend.Musterstadt.example", "x@musterstadt.example", true)]
    [InlineData("amt@neumusterstadt.example", "x@musterstadt.example", false)]
    [InlineData("eins@gmx.de", "zwei@gmx.de", false)]
    [InlineData("", "", false)]
    [InlineData("ohne", "ohne", false)]
    public void The_same_house_is_told_by_its_mail_domain(string reviewer, string contact, bool found) =>
        (ConflictFinder.Between(new(Person, reviewer, []), Entry(null) with { ContactMail = contact }) == ConflictKind.MailDomain).ShouldBe(found);

    private static ConflictKind? Between(Belonging[] actsFor, EntryTies entry) => ConflictFinder.Between(new(Person, "person@institut.example", actsFor), entry);

    private static EntryTies Entry(Belonging? municipality) => new(Guid.CreateVersion7(), municipality, [], "amt@musterstadt.example", []);
}
