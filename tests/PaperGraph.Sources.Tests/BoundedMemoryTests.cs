using System.Globalization;
using System.Text;

namespace PaperGraph.Sources;

/// <summary>Small inputs that would take much memory, or much time, if all that they ask for were made.</summary>
public sealed class BoundedMemoryTests
{
    [Fact]
    public async Task Macros_of_BibTeX_that_grow_are_no_values()
    {
        var macros = new StringBuilder("@string{m0 = \"maps and more maps\"}\n");
        for (var i = 1; i < 30; i++)
            macros.Append(CultureInfo.InvariantCulture, $"@string{{m{i} = {string.Join(" # ", Enumerable.Repeat($"m{i - 1}", 10))}}}\n");

        var items = await Reading.Read(
            $"{macros}@article{{a, title = m29}}\n@article{{b, title = {string.Join(" # ", Enumerable.Repeat("m2", 20_000))}}}\n"
            + "@article{c, title = {Folding Maps}}\n");

        items.Papers().Select(paper => paper.Title).ShouldBe(["m29", "Folding Maps"]);
        items.Problems().Single().Message.ShouldBe("This entry is not closed, or is no entry of BibTeX.");
    }

    [Fact]
    public async Task A_reference_of_RIS_that_does_not_end_is_left_out()
    {
        var items = await Reading.Read(
            "TY  - JOUR\nTI  - Torn Maps\nAB  - It tears,\n" + string.Concat(Enumerable.Repeat("and on and on it goes\n", 500))
            + "ER  - \nTY  - JOUR\nTI  - Folding Maps\nER  - \n",
            new ReadOptions { MaxUnitBytes = 5_000 });

        items.Papers().Single().Title.ShouldBe("Folding Maps");
        var problem = items.Problems().Single();
        (problem.Message, problem.Words, problem.IsRecord)
            .ShouldBe(("This reference is longer than 5000 characters.", "Torn Maps", true));
    }

    [Fact]
    public async Task Of_more_tags_than_a_page_has_none_is_drawn() =>
        (await Reading.Read("<!doctype html><html><body>" + string.Concat(Enumerable.Repeat("<br>", 200_001))))
            .Problems().Single().Message.ShouldContain("has more than 200000 tags");

    [Fact]
    public async Task Of_more_elements_than_a_record_has_none_is_made()
    {
        var items = await Reading.Read(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>" + string.Concat(Enumerable.Repeat("<a/>", 200_001)) + "</entry></feed>");

        items.Problems().Single().Message.ShouldBe("This element holds more than 200000 others.");
    }

    [Fact]
    public async Task Of_more_values_than_a_dictionary_of_Python_has_none_is_made()
    {
        var items = await Reading.Read(
            "{'paper': {'id': '2406.01234', 'title': 'Folding Maps'}}\n{'paper': ["
            + string.Concat(Enumerable.Repeat("1,", 500_001)) + "]}\n");

        items.Papers().Single().Title.ShouldBe("Folding Maps");
        items.Problems().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_one_element_the_first_problems_are_told()
    {
        var names = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"[{i}]"));

        var items = await Reading.Read(
            $$"""[{"paper": {"id": "2406.01234", "title": "Folding Maps", "authors": [{{names}}]} }]""");

        items.Papers().Single().Title.ShouldBe("Folding Maps");
        items.Problems().Count.ShouldBe(101);
        items.Problems()[^1].Message.ShouldBe("More fields of this element cannot be read.");
    }
}
