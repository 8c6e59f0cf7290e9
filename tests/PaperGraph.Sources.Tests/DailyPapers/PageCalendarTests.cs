using System.Globalization;

namespace PaperGraph.Sources.DailyPapers;

public sealed class PageCalendarTests
{
    [Theory]
    // As of,      latest year printed, as printed,    the date, "?" where its year is inferred
    [InlineData("2025-12-11", 2024, "Dec 6, 2023", "2023-12-06")]
    [InlineData("2025-12-11", 2024, "Jun 18", "2025-06-18")]
    [InlineData("2025-12-11", null, "Jun 18", "2025-06-18")]
    [InlineData("2025-12-11", 2024, "Dec 12", "2025-12-12")] // Time zones.
    [InlineData("2025-12-11", 2023, "Dec 13", "2024-12-13?")] // Saved in 2024, looked at as of 2025.
    [InlineData("2025-12-11", 2024, "Dec 13", "unknown")] // 2024 prints its year on this page.
    [InlineData("2026-01-03", 2024, "Dec 31", "2025-12-31?")]
    [InlineData("2025-12-11", 2023, "Feb 29", "2024-02-29?")]
    [InlineData("2025-12-11", 2024, "Feb 29", "unknown")]
    [InlineData("2024-12-11", 2023, "Feb 29", "2024-02-29")]
    [InlineData("2025-12-11", 2024, "Feb 29, 2023", "unknown")]
    [InlineData("2025-12-11", 2024, "Apr 31", "unknown")]
    [InlineData(null, 2024, "Jun 18", "2025-06-18?")]
    [InlineData(null, 2024, "Dec 6, 2023", "2023-12-06")]
    [InlineData(null, 2023, "Feb 29", "2024-02-29?")]
    [InlineData(null, 2024, "Feb 29", "unknown")]
    public void A_date_without_a_year_is_of_the_year_of_saving(string? asOf, int? latest, string printed, string date)
    {
        var calendar = new PageCalendar(asOf is null ? null : DateOnly.Parse(asOf, CultureInfo.InvariantCulture), latest);

        var answer = calendar.Resolve(BylineLine.Parse(printed)!.Date!.Value);

        var told = answer.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (answer.Inferred ? "?" : "");
        (told.Length == 0 ? "unknown" : told).ShouldBe(date);
        (answer.Problem is null).ShouldBe(date != "unknown");
    }

    [Fact]
    public void Where_no_year_is_printed_and_none_is_given_it_is_unknown() =>
        new PageCalendar(null, null).Resolve(BylineLine.Parse("Jun 18")!.Date!.Value)
            .ShouldBe(new PageCalendar.Answer(null));

    [Fact]
    public async Task The_latest_year_on_a_page_tells_in_which_it_was_saved()
    {
        var items = await Reading.Read("""
            Daily Papers

            Dec 11

            Learning to Fold Maps

            We fold maps.

            • 9 authors
            ·
            Dec 6, 2023

            Unfolding Is Harder

            We unfold maps.

            • 9 authors
            ·
            Jun 18

            """);

        items.Describe().ShouldBe("""
            page | 2024-12-11?
            1. Learning to Fold Maps | We fold maps. | 9 authors | 2023-12-06
            2. Unfolding Is Harder | We unfold maps. | 9 authors | 2024-06-18?
            """);
    }

    [Fact]
    public async Task A_day_that_does_not_exist_is_a_problem()
    {
        var items = await Reading.Read(
            "Daily Papers\n\nFeb 30\n\nMaps\n\nWe fold maps.\n\n2 authors\n·\nApr 31, 2023\n", new DateOnly(2025, 3, 1));

        items.Describe().ShouldBe("""
            page
            problem in line 3 | Feb 30 | There is no “Feb 30” in 2025.
            1. Maps | We fold maps. | 2 authors
            problem in line 9 | 2 authors · Apr 31, 2023 | There is no “Apr 31, 2023” in 2023.
            """);
    }
}
