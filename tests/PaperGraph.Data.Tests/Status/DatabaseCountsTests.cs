using PaperGraph.Data.Status;
using PaperGraph.Data.Tests.Support;
using static PaperGraph.Data.Tests.Support.PageOf;

namespace PaperGraph.Data.Tests.Status;

public sealed class DatabaseCountsTests(MigratedDatabase database) : DatabaseTests(database)
{
    [Fact]
    public async Task What_is_there_is_counted_by_kind_source_and_field()
    {
        await CommitAsync(TextPage("text", "2025-01-01", Paper("One") with { Abstract = "Known." }, Paper("Two"), Paper("One")).StoreAsync);
        await CommitAsync(JsonPage("json", null, Paper("Two") with { ArxivId = "2401.00001", AuthorNames = ["Ann Lee"] }).StoreAsync);

        var counts = await DatabaseCounts.ReadAsync(DataSource, CancellationToken.None);

        counts.Kinds.ShouldContain(new KindCount("papers", 2));
        counts.Kinds.ShouldContain(new KindCount("listings", 4));
        counts.Kinds.ShouldContain(new KindCount("concepts", 0));
        counts.Sources.ShouldBe([new SourceCount("daily-papers-text", 1, 3, 2), new SourceCount("hf-json", 1, 1, 1)]);
        counts.Fields[0].ShouldBe(new FieldCount("abstract", 1, 1));
        counts.Fields.ShouldContain(new FieldCount("names of authors", 1, 1));
        counts.Fields.ShouldContain(new FieldCount("list date", 2, 0));
        counts.Fields.ShouldContain(new FieldCount("upvotes", 0, 2));
    }

    [Fact]
    public async Task Nothing_is_counted_as_nothing()
    {
        var counts = await DatabaseCounts.ReadAsync(DataSource, CancellationToken.None);

        counts.Kinds.ShouldAllBe(kind => kind.Count == 0);
        counts.Sources.ShouldBeEmpty();
        counts.Fields.ShouldBeEmpty();
    }
}
