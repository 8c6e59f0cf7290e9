using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Data.Repositories;

namespace PaperGraph.Data.Tests.Repositories;

/// <summary>Where addresses of repositories lead, by all that is said of them.</summary>
public sealed class PresentAddressesTests
{
    [Theory]
    [InlineData("a>b", "a>b")]
    [InlineData("a>b b>c", "a>c b>c")]
    [InlineData("b>c a>b c>d", "a>d b>d c>d")]
    // The later observation, wherever it stands.
    [InlineData("a>b@1 a>c@2", "a>c")]
    [InlineData("a>b@3 a>c@2", "a>b")]
    [InlineData("a>c a>b", "a>b")]
    [InlineData("a>b a>c@1", "a>c")]
    // Taken back: by what says that it was not renamed, or that it was renamed back.
    [InlineData("a>b@1 a>a@2", "a>-")]
    [InlineData("a>b@2 a>a@1", "a>b")]
    [InlineData("a>b@1 b>a@2", "a>- b>a")]
    [InlineData("a>b@1 b>c@2 c>a@3", "a>- b>a c>a")]
    [InlineData("a>b@3 b>c@2 c>a@1", "a>c b>c c>-")]
    [InlineData("a>b@1 b>a@2 x>b@1", "a>- b>a x>a")]
    [InlineData("a>b@1 b>c@2 b>b@3", "a>b b>-")]
    // Nothing tells which of them holds.
    [InlineData("a>b b>a", "a>- b>-")]
    [InlineData("a>b@1 b>a@1 x>a@2", "a>- b>- x>a")]
    [InlineData("a>b@1 b>c@1 c>a@2", "a>- b>- c>a")]
    public void The_latest_of_what_is_said_holds_and_is_followed_to_its_end(string said, string expected) =>
        Told([.. said.Split(' ').Select(Parse)]).ShouldBe(expected);

    [Fact]
    public void They_follow_from_what_is_said_in_any_order_and_lead_to_addresses_that_lead_nowhere()
    {
        var address = Gen.Elements("a", "b", "c", "d", "e", "f");
        var rename =
            from former in address
            from present in address
            from source in Gen.Elements("one", "other")
            from day in Gen.Elements<int?>(null, 1, 2, 3, 4)
            select new ObservedRename(former, present, source, Day(day));

        Prop.ForAll(Gen.NonEmptyListOf(rename).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (renames, seed) =>
        {
            var all = renames.ToArray();
            var told = Told(all);
            new Random(seed).Shuffle(all);
            Told(all).ShouldBe(told);

            var resolved = PresentAddresses.Resolve(all);
            resolved.Select(one => one.Key).ShouldBe(all.Select(one => one.Key).Distinct(), ignoreOrder: true);
            var leading = resolved.Where(one => one.PresentKey is not null).Select(one => one.Key).ToHashSet();
            resolved.ShouldAllBe(one => one.PresentKey == null || !leading.Contains(one.PresentKey));
            resolved.ShouldAllBe(one => one.Key != one.PresentKey && (one.PresentKey == null) == (one.Source == null));
        }).QuickCheckThrowOnFailure();
    }

    private static string Told(IReadOnlyList<ObservedRename> renames) => string.Join(' ', PresentAddresses.Resolve(renames)
        .OrderBy(one => one.Key, StringComparer.Ordinal)
        .Select(one => $"{one.Key}>{one.PresentKey ?? "-"}"));

    private static ObservedRename Parse(string said)
    {
        var parts = said.Split('>', '@');
        return new ObservedRename(parts[0], parts[1], "hosts", Day(parts.Length > 2 ? parts[2][0] - '0' : null));
    }

    private static DateTimeOffset? Day(int? day) =>
        day is { } known ? new DateTimeOffset(2026, 1, known, 0, 0, 0, TimeSpan.Zero) : null;
}
