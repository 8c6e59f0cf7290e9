using Microsoft.EntityFrameworkCore;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Tests.Papers;

/// <summary>The columns that are merged by SQL are those of the entities.</summary>
public sealed class ListingColumnsTests
{
    [Fact]
    public void What_is_merged_of_a_listing_is_all_but_its_place() =>
        ListingMerge.Columns.Names.ShouldBe(
            ColumnsOf<Listing>().Except(["id", "paper_id", "page_id", "rank"]), ignoreOrder: true);

    [Fact]
    public void What_is_merged_of_a_paper_is_all_that_follows_from_its_listings() =>
        PaperMerge.Columns.Names.ShouldBe(ColumnsOf<Paper>().Except(["id", "slug", "imported_at"]), ignoreOrder: true);

    [Fact]
    public void Statements_name_the_columns_in_one_order()
    {
        var columns = new ColumnList(["a", "b"]);

        $"{columns} | {columns.From("l")} | {columns.AssignedFrom("i")} | {columns.Differ("l", "i")}"
            .ShouldBe("a, b | l.a, l.b | a = i.a, b = i.b | (l.a, l.b) is distinct from (i.a, i.b)");
    }

    private static IEnumerable<string> ColumnsOf<TEntity>()
    {
        using var dataSource = DataSources.Create("Host=localhost");
        using var context = dataSource.CreateContext();
        return
        [
            .. context.Model.FindEntityType(typeof(TEntity))!.GetProperties()
                .Where(property => property.GetComputedColumnSql() is null)
                .Select(property => property.GetColumnName()),
        ];
    }
}
