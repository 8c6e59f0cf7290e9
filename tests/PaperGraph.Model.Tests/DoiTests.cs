namespace PaperGraph.Model.Tests;

public sealed class DoiTests
{
    [Theory]
    [InlineData("10.1145/3442188.3445922")]
    [InlineData("DOI 10.1145/3442188.3445922")]
    [InlineData("10.1145/3442188.3445922.")]
    [InlineData("https://doi.org/10.1145/3442188.3445922,")]
    [InlineData("doi: https://doi.org/10.1145/3442188.3445922")]
    [InlineData("urn:doi:10.1145/3442188.3445922")]
    [InlineData("info:doi/10.1145/3442188.3445922")]
    [InlineData("https://DOI.org/10.1145/3442188.3445922?nosfx=y")]
    [InlineData("https://doi-org.proxy.example.edu/10.1145/3442188.3445922")]
    [InlineData("https://dl.acm.org/doi/10.1145/3442188.3445922")]
    [InlineData("https://dl.acm.org/doi/pdf/10.1145/3442188.3445922#page=2")]
    [InlineData("https://example.org/articles/10.1145/3442188.3445922/full/html")]
    [InlineData("https://example.org/content/pdf/10.1145/3442188.3445922.pdf")]
    [InlineData("https://example.org/article?id=10.1145/3442188.3445922")]
    [InlineData("https://example.org/record.uri?eid=2-s2.0-85&doi=10.1145%2f3442188.3445922&partnerID=40")]
    public void A_DOI_is_read_in_whatever_form_it_is_given(string text) => Doi.Parse(text).ShouldBe("10.1145/3442188.3445922");

    [Theory]
    [InlineData("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf", "10.1101/2020.01.01.123456")]
    [InlineData("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v1", "10.1101/2020.01.01.123456")]
    [InlineData("https://example.org/article/10.21203/rs.3.rs-12345/v1", "10.21203/rs.3.rs-12345/v1")]
    [InlineData("https://example.org/doi/10.1000/nv2", "10.1000/nv2")]
    public void A_version_is_left_out_where_it_is_none_of_the_DOI(string text, string doi) => Doi.Parse(text).ShouldBe(doi);

    [Theory]
    [InlineData("10.1234")]
    [InlineData("https://www.nature.com/articles/nature14539")]
    [InlineData("https://example.org/10.5/x")]
    [InlineData("https://example.org/10.1145/full/pdf")]
    [InlineData("https://example.org/?next=10.1145/3442188.3445922")]
    [InlineData("see 10.1145/3442188.3445922")]
    public void What_is_no_DOI_is_none(string text) => Doi.Parse(text).ShouldBeNull();

    [Fact]
    public void An_address_that_is_longer_than_any_of_a_page_is_not_looked_through() =>
        Doi.Parse($"https://example.org/{new string('/', 1_000_000)}10.1145/3442188.3445922").ShouldBeNull();
}
