using System.Security.Cryptography;
using System.Text;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Tests.Support;

namespace PaperGraph.Data.Tests.Listings;

public sealed class PageUpsertsTests(MigratedDatabase database) : DatabaseTests(database)
{
    private const string Pages = "select source, name, listed_on, listed_on_inferred, saved_on from pages order by id";

    private static readonly DateOnly Day = new(2025, 12, 11);

    [Fact]
    public async Task A_page_is_known_by_its_source_and_content_under_any_name()
    {
        var first = await StoreAsync(Page("a"), Page("b"), Page("a") with { Name = "again.txt" });
        var second = await StoreAsync(Page("a") with { Name = "elsewhere.txt" }, Page("a") with { Source = "hf-json" });

        first.Select(page => page.Id).ShouldBe([first[0].Id, first[1].Id, first[0].Id]);
        second[0].ShouldBe(new UpsertedPage(first[0].Id, IsNew: false, Stands: true, IsUnchanged: false));
        second[1].IsNew.ShouldBeTrue();
        first.Select(page => page.IsNew).ShouldBe([true, true, false]);
        (await RowsAsync(Pages)).ShouldBe("""
            daily-papers-text | a.txt |  | no | 
            daily-papers-text | b.txt |  | no | 
            hf-json | a.txt |  | no | 
            """);
    }

    [Fact]
    public async Task Read_with_a_saving_date_it_learns_its_day_and_keeps_it()
    {
        var inferred = Page("a") with { ListedOn = Day.AddYears(1), ListedOnInferred = true };
        var stated = Page("a") with { ListedOn = Day, SavedOn = Day.AddDays(1) };

        (await StoreAsync(inferred))[0].Stands.ShouldBeTrue();
        (await StoreAsync(stated))[0].Stands.ShouldBeTrue();
        (await StoreAsync(inferred))[0].Stands.ShouldBeFalse();

        (await RowsAsync(Pages)).ShouldBe("daily-papers-text | a.txt | 2025-12-11 | no | 2025-12-12");
    }

    [Fact]
    public async Task A_saving_date_that_a_person_corrects_is_corrected()
    {
        await StoreAsync(Page("a") with { ListedOn = Day, SavedOn = Day });
        var corrected = await StoreAsync(Page("a") with { ListedOn = Day.AddYears(-1), SavedOn = Day.AddYears(-1) });

        corrected[0].Stands.ShouldBeTrue();
        (await RowsAsync("select listed_on from pages")).ShouldBe("2024-12-11");
    }

    [Fact]
    public async Task A_day_that_a_file_is_named_by_is_kept_whatever_other_names_the_page_has()
    {
        var dated = Page("a") with { Name = "2025-12-11.json", ListedOn = Day };
        var later = Page("a") with { Name = "2025-12-12.json", ListedOn = Day.AddDays(1) };
        var copy = Page("a") with { Name = "copy.json" };
        PageRow[][] orders = [[dated, later, copy], [copy, later, dated], [later, copy, dated]];
        foreach (var order in orders)
        {
            foreach (var page in order) await StoreAsync(page);

            (await RowsAsync(Pages)).ShouldBe("daily-papers-text | 2025-12-12.json | 2025-12-12 | no | ");
            (await StoreAsync(order)).Select(page => page.Stands).ShouldBe(order.Select(page => page == later));
            await RowsAsync("delete from pages returning 1");
        }
    }

    [Fact]
    public async Task Storing_pages_again_writes_no_row()
    {
        await StoreAsync(Page("a") with { ListedOn = Day, SavedOn = Day }, Page("b"));
        var before = await VersionsAsync();

        await StoreAsync(Page("b"), Page("a") with { ListedOn = Day, SavedOn = Day }, Page("a"));

        (await VersionsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_page_is_unchanged_once_all_of_it_is_stored_until_it_is_read_otherwise()
    {
        var page = Page("a") with { SavedOn = Day, ListedOn = Day, Reading = 7 };
        var id = (await StoreAsync(page))[0].Id;
        (await StoreAsync(page))[0].IsUnchanged.ShouldBeFalse();

        await CommitAsync(t => PageUpserts.EndAsync(t, [(id, 7)], CancellationToken.None));
        (await StoreAsync(page, Page("a") with { Reading = 7 })).Select(stored => (stored.Stands, stored.IsUnchanged))
            .ShouldBe([(true, true), (false, false)]);

        (await StoreAsync(page with { Reading = 8 }))[0].IsUnchanged.ShouldBeFalse();
        (await StoreAsync(page))[0].IsUnchanged.ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_was_written_from_when_the_earliest_file_was_to_when_the_latest_was_that_has_its_content()
    {
        var (one, other) = (At(Page("a"), 1), At(Page("b"), 2));
        await ReadAsync(one, other);
        (await ReadAsync(one, other)).ShouldBe([true, true]);
        (await ReadAsync(other, one)).ShouldBe([true, true]);
        (await ReadAsync(one with { WrittenAt = null })).ShouldBe([true], "when this was written nobody knows");

        (await ReadAsync(At(one, 5) with { Name = "copy.json" })).ShouldBe([false], "it was so later than was known");
        (await ReadAsync(At(one, 5), At(one, 3))).ShouldBe([true, true], "a time between says nothing that was not known");
        (await ReadAsync(At(other, 1))).ShouldBe([false], "it was so earlier than was known");
        (await RowsAsync("select extract(day from first_written_at), extract(day from written_at) from pages order by id"))
            .ShouldBe("1 | 5\n1 | 2");

        (await StoreAsync(At(one, 9) with { Reading = 8 }, At(one, 7) with { Reading = 8 })).Select(page => page.Written)
            .ShouldBe([new WrittenSpan(Day(1), Day(9)), new WrittenSpan(Day(1), Day(9))]);
        await StoreAsync(At(other, 9), other with { WrittenAt = null, ListedOn = new DateOnly(2026, 1, 4) });
        (await RowsAsync("select first_written_at, written_at from pages where listed_on is not null")).ShouldBe(" | ");

        static DateTimeOffset Day(int day) => new(2026, 1, day, 0, 0, 0, TimeSpan.Zero);

        static PageRow At(PageRow page, int day) => page with
        {
            Reading = 7,
            WrittenAt = Day(day),
        };
    }

    /// <summary>Stores pages, and notes that all of them is stored.</summary>
    /// <returns>Of each whether it was already.</returns>
    private async Task<IEnumerable<bool>> ReadAsync(params PageRow[] pages)
    {
        var stored = await StoreAsync(pages);
        await CommitAsync(t => PageUpserts.EndAsync(t, [.. stored.Select(page => (page.Id, 7L))], CancellationToken.None));
        return stored.Select(page => page.IsUnchanged);
    }

    private static PageRow Page(string content) =>
        new("daily-papers-text", SHA256.HashData(Encoding.UTF8.GetBytes(content)), $"{content}.txt");

    private Task<IReadOnlyList<UpsertedPage>> StoreAsync(params PageRow[] pages) =>
        CommitAsync(t => PageUpserts.UpsertAsync(t, pages, PageOf.Now, CancellationToken.None));
}
