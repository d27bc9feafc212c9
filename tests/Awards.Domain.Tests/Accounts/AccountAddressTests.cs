using Awards.Domain.Accounts;

namespace Awards.Domain.Tests.Accounts;

public sealed class AccountAddressTests
{
    [Theory]
    [InlineData("amt@musterstadt.example")]
    [InlineData(" amt@musterstadt.example ")]
    [InlineData("vor.nach+name@amt.musterstadt.example")]
    public void An_address_is_taken(string mail) => AccountAddress.RefusalOf(mail).ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("amt")]
    [InlineData("amt@musterstadt")]
    [InlineData("amt@@musterstadt.example")]
    [InlineData("amt@musterstadt.example, zwei@musterstadt.example")]
    [InlineData("Amt <amt@musterstadt.example>")]
    [InlineData("amt\0@musterstadt.example")]
    [InlineData("amt@musterstadt.example\r\nBcc: alle@musterstadt.example")]
    public void Anything_else_is_refused_and_an_example_shows_how(string? mail) => AccountAddress.RefusalOf(mail)!.ToString().ShouldContain("amt@musterstadt.de");

    [Fact]
    public void The_longest_address_has_254_characters()
    {
        var host = "@" + string.Join('.', Enumerable.Repeat(new string('a', 60), 3)) + ".example";
        AccountAddress.RefusalOf(new string('b', 254 - host.Length) + host).ShouldBeNull();
        AccountAddress.RefusalOf(new string('b', 255 - host.Length) + host).ShouldNotBeNull();
    }
}
