using Awards.Domain.Accounts;

namespace Awards.Domain.Tests.Accounts;

public sealed class WorkAddressTests
{
    [Theory]
    [InlineData("jemand@gmail.com")]
    [InlineData("jemand@GMX.de")]
    [InlineData(" jemand@web.de ")]
    [InlineData("jemand@gmail.com.")]
    [InlineData("\"a@b\"@t-online.de")]
    public void An_address_that_everybody_can_open_is_refused_and_the_words_name_it(string mail)
    {
        var refusal = WorkAddress.RefusalOf(mail)!;
        refusal.Code.ShouldBe("registration.not_work");
        refusal.ToString().ShouldContain("lädt die Geschäftsstelle Sie ein");
    }

    [Theory]
    [InlineData("amt@musterstadt.example")]
    [InlineData("gmail.com@musterstadt.example")]
    [InlineData("amt@gmail.com.musterstadt.example")]
    [InlineData("amt@stadt-web.de")]
    public void An_address_at_work_is_taken(string mail) => WorkAddress.RefusalOf(mail).ShouldBeNull();
}
