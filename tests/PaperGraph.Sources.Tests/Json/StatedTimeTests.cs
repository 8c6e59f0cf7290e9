using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace PaperGraph.Sources.Json;

public sealed class StatedTimeTests
{
    [Theory]
    [InlineData("2024-05-06", "2024-05-06")]
    [InlineData(" 2024-05-06T17:50:01.000Z ", "2024-05-06")]
    [InlineData("2024-05-06 00:00:00+00:00", "2024-05-06")]
    [InlineData("2024-05-06T23:59:59.999999999Z", "2024-05-06")]
    [InlineData("2024-12-31T23:30-01:00", "2025-01-01")]
    [InlineData("2024-05-06T00:30:00+0200", "2024-05-05")]
    [InlineData("2024-05-06T00:30:00.5 UTC", "2024-05-06")]
    [InlineData("Mon, 06 May 2024 10:00:00 GMT", "2024-05-06")]
    [InlineData("May 6, 2024", "2024-05-06")]
    [InlineData("6 May 2024", "2024-05-06")]
    public void A_time_is_its_day_in_UTC(string text, string day) =>
        StatedTime.Day(text).ShouldBe(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("11:30")]
    [InlineData("12/11/2024")]
    [InlineData("2024-05")]
    [InlineData("2024")]
    [InlineData("2024-02-30")]
    [InlineData("2024-05-06T25:00:00Z")]
    [InlineData("2024-05-06T10:00:00 America/New_York")]
    [InlineData("24-05-06")]
    [InlineData("May 6")]
    [InlineData("soon")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("٢٠٢٤-٠٥-٠٦")]
    [InlineData("0001-01-01")]
    [InlineData("0999-12-31")]
    [InlineData("3000-01-01")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("31 Dec 9999")]
    public void What_may_be_another_day_is_none(string text) => StatedTime.Day(text).ShouldBeNull();

    [Theory]
    [InlineData(1714953600d)]
    [InlineData(1714953600000d)]
    [InlineData(1715039999999d)]
    [InlineData(1714953600000000d)]
    [InlineData(1714953600000000000d)]
    public void A_number_counts_from_1970_in_a_unit_that_its_size_tells(double number) =>
        StatedTime.DayOfEpoch(number).ShouldBe(new DateOnly(2024, 5, 6));

    [Theory]
    [InlineData(0d)]
    [InlineData(20240506d)]
    [InlineData(-1714953600d)]
    [InlineData(double.MaxValue)]
    public void Other_numbers_are_no_days(double number) => StatedTime.DayOfEpoch(number).ShouldBeNull();

    [Fact]
    public void Every_form_of_a_time_is_of_the_same_day() => Prop.ForAll(
        Gen.Choose(0, 2_000_000_000).Select(seconds => DateTimeOffset.FromUnixTimeSeconds(1_000_000_000L + seconds)).ToArbitrary(),
        Gen.Choose(-14 * 60, 14 * 60).ToArbitrary(),
        (time, offset) =>
        {
            var day = DateOnly.FromDateTime(time.UtcDateTime);
            var there = time.ToOffset(TimeSpan.FromMinutes(offset));
            string[] forms =
            [
                there.ToString("o", CultureInfo.InvariantCulture), there.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture),
                time.ToString("r", CultureInfo.InvariantCulture),
                time.ToString("yyyy-MM-dd'T'HH:mm:ss'.999999999Z'", CultureInfo.InvariantCulture),
            ];
            foreach (var form in forms) StatedTime.Day(form).ShouldBe(day, form);
            StatedTime.DayOfEpoch(time.ToUnixTimeMilliseconds()).ShouldBe(day);
        }).QuickCheckThrowOnFailure();
}
