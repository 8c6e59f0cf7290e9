using FsCheck;
using FsCheck.Fluent;

namespace PaperGraph.Model.Tests;

public sealed class CatalogueIdTests
{
    [Theory]
    [InlineData(CatalogueIdKind.Mag, "02741809807", "2741809807")]
    [InlineData(CatalogueIdKind.Mag, "0", null)]
    [InlineData(CatalogueIdKind.Mag, "W12", null)]
    [InlineData(CatalogueIdKind.Pmid, "https://pubmed.ncbi.nlm.nih.gov/29456894", "29456894")]
    [InlineData(CatalogueIdKind.Pmid, "https://www.ncbi.nlm.nih.gov/pmc/articles/5815332", null)]
    [InlineData(CatalogueIdKind.Pmcid, "https://www.ncbi.nlm.nih.gov/pmc/articles/5815332", "PMC5815332")]
    [InlineData(CatalogueIdKind.Pmcid, "pmc05815332", "PMC5815332")]
    [InlineData(CatalogueIdKind.Acl, "p19-1001", "P19-1001")]
    [InlineData(CatalogueIdKind.Acl, "2020.ACL-main.1", "2020.acl-main.1")]
    [InlineData(CatalogueIdKind.Acl, "10.18653/v1/P19-1001", null)]
    [InlineData(CatalogueIdKind.Dblp, "conf/nips/VaswaniSPUJGKP17", "conf/nips/VaswaniSPUJGKP17")]
    [InlineData(CatalogueIdKind.Dblp, "journals/corr", null)]
    public void An_id_is_written_as_its_catalogue_writes_it(CatalogueIdKind kind, string given, string? expected) =>
        (CatalogueId.Create(kind, given)?.Id).ShouldBe(expected);

    [Fact]
    public void Whatever_is_given_is_an_id_that_stays_itself_or_none() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(
            Gen.OneOf(
                ArbMap.Default.ArbFor<string>().Generator,
                from letters in Gen
                    .Elements("PMC", "PMID:", "P19-", "2020.acl-", "conf/x/", "MAG:", "https://dblp.org/rec/", "0", "/", "\0")
                    .ArrayOf(3)
                from number in Gen.Choose(0, 99999)
                select string.Concat(letters) + number).ToArbitrary(),
            text =>
            {
                foreach (var kind in Enum.GetValues<CatalogueIdKind>())
                    if (text is not null && CatalogueId.Create(kind, text) is { } id) CatalogueId.Create(kind, id.Id).ShouldBe(id);
                if (text is not null && CatalogueId.Parse(text) is { } pasted)
                    CatalogueId.Create(pasted.Kind, pasted.Id).ShouldBe(pasted);
            }));
}
