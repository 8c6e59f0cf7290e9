using PaperGraph.Ingest.Organizations;

namespace PaperGraph.Ingest.Tests.Organizations;

public sealed class OrganizationDirectoryTests
{
    private static readonly OrganizationDirectory Known = OrganizationDirectory.Shipped;

    [Fact]
    public void Rows_are_sorted_and_every_part_of_them_is_well_formed()
    {
        Known.All.Select(organization => organization.Slug)
            .ShouldBe(Known.All.Select(organization => organization.Slug).Order(StringComparer.Ordinal));
        foreach (var organization in Known.All)
        {
            organization.Slug.ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)*$");
            foreach (var name in organization.Aliases.Prepend(organization.Name)) name.ShouldBe(name.Trim());
            foreach (var account in organization.Accounts) account.ShouldMatch(@"^[a-z.]+/[A-Za-z0-9_.-]+$");
        }
    }

    [Fact]
    public void Parents_are_organizations_of_the_table_and_nothing_is_a_part_of_itself()
    {
        foreach (var organization in Known.All)
        {
            var seen = new HashSet<string>();
            for (var one = organization; one.Parent is { } parent; one = Known.WithSlug(parent).ShouldNotBeNull(organization.Slug))
                seen.Add(one.Slug).ShouldBeTrue(organization.Slug);
        }
    }

    /// <summary>
    /// The last two digits of an id of the registry are a checksum of the six before, a number of base 32 (ISO 7064, mod 97-10).
    /// </summary>
    [Fact]
    public void Ids_of_the_registry_have_the_right_checksum()
    {
        foreach (var ror in Known.All.Select(organization => organization.Ror).OfType<string>())
        {
            var number = ror[1..7]
                .Aggregate(0L, (sum, digit) => (sum * 32) + "0123456789abcdefghjkmnpqrstvwxyz".IndexOf(digit, StringComparison.Ordinal));
            ror.ShouldBe($"0{ror[1..7]}{98 - (number * 100 % 97):00}");
        }
    }

    [Theory]
    [InlineData("Acme Labs", "acmelabs")]
    [InlineData("The Acme-Labs, Inc.", "acmelabs")]
    [InlineData("ACME LABS Co., Ltd.", "acmelabs")]
    [InlineData("AcmeLabs", "acmelabs")]
    [InlineData("Universität Łódź", "universitatlodz")]
    [InlineData("Univ. of Meadows", "universityofmeadows")]
    [InlineData("The", "the")]
    [InlineData("Inc", "inc")]
    public void Names_are_compared_without_case_accents_punctuation_and_legal_forms(string name, string normal) =>
        OrganizationDirectory.NormalName(name).ShouldBe(normal);

    [Theory]
    [InlineData("ByteDance", "ByteDance", "bytedance")]
    [InlineData("ByteDance-Seed", "ByteDance Seed", "bytedance-seed")]
    [InlineData("BytedanceDouyinContent", "BytedanceDouyinContent", "bytedance")]
    [InlineData("somebodys-account", "Google DeepMind", "google-deepmind")]
    [InlineData("google-research", "", "google-research")]
    [InlineData("Qwen", "Qwen", "qwen")]
    [InlineData("nvidia", "NVIDIA", "nvidia")]
    [InlineData("facebook", "AI at Meta", "facebook")]
    [InlineData("somebodys-account", "Tsinghua Univ.", "tsinghua-university")]
    [InlineData("meadow-lab", "The Meadow Lab", null)]
    public void A_listing_means_an_organization_by_its_account_or_its_name(string account, string name, string? slug) =>
        Known.Stated(account, name)?.Slug.ShouldBe(slug);

    [Theory]
    [InlineData("github.com", "QwenLM", "qwen")]
    [InlineData("github.com", "nvlabs", "nvlabs")]
    [InlineData("github.com", "facebookresearch", "facebook")]
    [InlineData("gitee.com", "mindspore", "mindspore")]
    [InlineData("gitee.com", "QwenLM", null)]
    [InlineData("github.com", "cambridge", null)]
    public void An_account_is_an_organization_s_on_its_own_host(string host, string account, string? slug) =>
        Known.Owner(host, account)?.Slug.ShouldBe(slug);

    [Fact]
    public void Parts_of_a_company_are_one_tree()
    {
        Root("bytedance-seed").ShouldBe("bytedance");
        Root("google-deepmind").ShouldBe("google");
        Root("google-research").ShouldBe("google");
        Root("qwen").ShouldBe("alibaba");
        Root("nvlabs").ShouldBe("nvidia");
        Root("facebook").ShouldBe("meta");

        static string Root(string slug) => Known.WithParents(Known.WithSlug(slug)!).Last().Slug;
    }

    [Theory]
    [InlineData("a\tAcme\t\t\t\t\t\t\nb\tThe ACME Inc.\t\t\t\t\t\t", "acme")]
    [InlineData("a\tAcme\t\t\tmeadow\t\t\t\nb\tBeta\t\t\tMeadow\t\t\t", "github.com/meadow")]
    [InlineData("a\tAcme\t\t\tmeadow\t\t\t\nb\tBeta\t\tMeadow\t\t\t\t", "meadow")]
    public void Two_organizations_of_one_name_or_account_are_refused(string rows, string claimed) =>
        Should.Throw<ArgumentException>(() => OrganizationDirectory.Parse($"{KnownOrganization.Header}\n{rows}"))
            .Message.ShouldBe($"a and b both claim {claimed}.");
}
