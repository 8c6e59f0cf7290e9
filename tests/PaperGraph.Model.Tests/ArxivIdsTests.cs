using FsCheck;
using FsCheck.Fluent;

namespace PaperGraph.Model.Tests;

public sealed class ArxivIdsTests
{
    [Theory]
    [InlineData("2405.00001", "2405.00001")]
    [InlineData(" 2405.00001v2 ", "2405.00001")]
    [InlineData("0704.0001", "0704.0001")]
    [InlineData("1412.9999", "1412.9999")]
    [InlineData("arXiv:2405.00001v12", "2405.00001")]
    [InlineData("ARXIV: 2405.00001", "2405.00001")]
    [InlineData("arXiv:2405.00001v1 [cs.CL]", "2405.00001")]
    [InlineData("hep-th/9901001", "hep-th/9901001")]
    [InlineData("HEP-TH/9901001V3", "hep-th/9901001")]
    [InlineData("math.GT/0309136", "math.GT/0309136")]
    [InlineData("arXiv:math.gt/0309136v1", "math.GT/0309136")]
    [InlineData("cs.CL/0301012", "cs.CL/0301012")]
    [InlineData("Cond-Mat.STR-EL/0703001", "cond-mat.str-el/0703001")]
    [InlineData("10.48550/arXiv.2405.00001", "2405.00001")]
    [InlineData("doi:10.48550/ARXIV.math/0309136", "math/0309136")]
    [InlineData("https://arxiv.org/abs/2405.00001", "2405.00001")]
    [InlineData("http://www.arxiv.org/pdf/2405.00001v2.pdf", "2405.00001")]
    [InlineData("https://export.arxiv.org/abs/math.GT/0309136v1", "math.GT/0309136")]
    [InlineData("https://arxiv.org/pdf/hep-th/9901001.pdf#page=3", "hep-th/9901001")]
    [InlineData("arxiv.org/html/2405.00001v1/", "2405.00001")]
    [InlineData("https://doi.org/10.48550/arXiv.2405.00001", "2405.00001")]
    [InlineData("https://huggingface.co/papers/2405.00001?ref=x", "2405.00001")]
    [InlineData("/papers/2405.00001", "2405.00001")]
    [InlineData("https://ar5iv.labs.arxiv.org/html/2405.00001", "2405.00001")]
    [InlineData("https://www.alphaxiv.org/abs/2405.00001", "2405.00001")]
    [InlineData("arXiv 2405.00001", "2405.00001")]
    [InlineData("oai:arXiv.org:2405.00001v1", "2405.00001")]
    [InlineData("arXiv.2405.00001v2", "2405.00001")]
    [InlineData("arxiv/2405.00001", "2405.00001")]
    [InlineData("arXiv:2405.00001v2 [cs.CL] 1 May 2024", "2405.00001")]
    [InlineData("arXiv:2405.00001 (cond-mat.str-el)", "2405.00001")]
    [InlineData("2405.00001v2.pdf", "2405.00001")]
    [InlineData("https://arxiv.org/abs/arXiv:2405.00001v1", "2405.00001")]
    [InlineData("https://arxiv.org/bibtex/2405.00001", "2405.00001")]
    [InlineData("https://www.alphaxiv.org/overview/2405.00001v1", "2405.00001")]
    [InlineData("https://www.alphaxiv.org/zh/overview/2405.00001", "2405.00001")]
    [InlineData("https://ar5iv.org/pdf/2405.00001", "2405.00001")]
    [InlineData("https://huggingface.co/api/papers/2405.00001", "2405.00001")]
    [InlineData("https://huggingface.co/papers/2405.00001.md", "2405.00001")]
    [InlineData("https://api.semanticscholar.org/graph/v1/paper/arXiv:2405.00001?fields=title", "2405.00001")]
    [InlineData("https://www.semanticscholar.org/arxiv/2405.00001", "2405.00001")]
    [InlineData("https://ui.adsabs.harvard.edu/abs/arXiv:2405.00001/abstract", "2405.00001")]
    [InlineData("https://inspirehep.net/arxiv/hep-th/9901001", "hep-th/9901001")]
    public void An_id_is_read_in_whatever_form_it_is_given(string text, string id) => ArxivIds.Parse(text).ShouldBe(id);

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2405.001")]
    [InlineData("0704.00001")]
    [InlineData("0703.0001")]
    [InlineData("1413.0001")]
    [InlineData("2513.00001")]
    [InlineData("1501.0001")]
    [InlineData("9901001")]
    [InlineData("2405.000011")]
    [InlineData("٢٤٠٥.٠٠٠٠١")]
    [InlineData("math.GT/030913")]
    [InlineData("10.1000/182")]
    [InlineData("arXiv-2405.00001")]
    [InlineData("2405.00001 of May")]
    [InlineData("https://www.alphaxiv.org/user/2405.00001")]
    [InlineData("https://arxiv.org/list/cs.CL/2405")]
    [InlineData("https://example.org/abs/2405.00001")]
    [InlineData("https://notarxiv.org/abs/2405.00001")]
    [InlineData("https://example.org/?next=https://arxiv.org/abs/2405.00001")]
    public void What_is_no_id_is_none(string text) => ArxivIds.Parse(text).ShouldBeNull();

    [Fact]
    public void Every_form_of_an_id_is_the_id_and_the_id_is_its_own_form()
    {
        var modern =
            from number in Gen.Choose(0, 9_999)
            from year in Gen.Choose(8, 99)
            from month in Gen.Choose(1, 12)
            select year < 15 ? $"{year:00}{month:00}.{number:0000}" : $"{year:00}{month:00}.{number:00000}";
        var old = Gen.Elements("math.GT", "math", "cs.CL", "hep-th", "cond-mat.str-el", "q-alg", "physics.ao-ph")
            .SelectMany(archive => Gen.Choose(0, 9_999_999).Select(number => $"{archive}/{number:0000000}"));
        var form = Gen.Elements<Func<string, string>>(
            id => id, id => $"arXiv:{id}v1", id => id.ToUpperInvariant(), id => $"https://arxiv.org/abs/{id}v2",
            id => $"http://arxiv.org/pdf/{id}.pdf", id => $"https://doi.org/10.48550/arXiv.{id}", id => $" {id}v31\n");

        Prop.ForAll(Gen.OneOf(modern, old).ToArbitrary(), form.ToArbitrary(), (id, write) => ArxivIds.Parse(write(id)).ShouldBe(id))
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("2405.00001", "10.48550/arxiv.2405.00001")]
    [InlineData("math.GT/0309136", "10.48550/arxiv.math/0309136")]
    public void Every_paper_of_arXiv_has_a_DOI(string id, string doi) => ArxivIds.ToDoi(id).ShouldBe(doi);

    [Theory]
    [InlineData("10.48550/arXiv.2405.00001", "2405.00001")]
    [InlineData("10.48550/arxiv.", null)]
    [InlineData("10.1145/3442188.3445922", null)]
    [InlineData(null, null)]
    public void A_DOI_that_arXiv_registered_holds_the_id(string? doi, string? id) => ArxivIds.FromDoi(doi).ShouldBe(id);
}
