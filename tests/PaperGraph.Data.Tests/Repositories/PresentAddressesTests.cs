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
    [InlineData("a>b@1 b>a@2 x>b@1", "a>- b>a x>a")]
    [InlineData("a>b@1 b>c@2 b>b@3", "a>b b>-")]
    // Nothing tells which of them holds.
    [InlineData("a>b b>a", "a>- b>-")]
    [InlineData("a>b@1 b>a@1 x>a@2", "a>- b>- x>a")]
    [InlineData("a>b@1 b>c@1 c>a@1", "a>- b>- c>-")]
    // On one day files tell in any order, so that the time tells only which rename of a circle holds.
    [InlineData("a>b@1.9 c>a@1.10", "a>b c>b")]
    [InlineData("a>b@1.9 b>a@1.10", "a>- b>a")]
    [InlineData("a>b@1.9 b>c@1.9 c>a@1.10", "a>- b>- c>a")]
    // What another is renamed to on a later day is another repository than what had the address before.
    [InlineData("a>b@1 c>a@2", "a>- c>a")]
    [InlineData("a>b c>a@2", "a>- c>a")]
    [InlineData("a>b@1 c>a", "a>b c>b")]
    [InlineData("a>b@3 c>a@2", "a>b c>b")]
    [InlineData("a>b@1 c>a@2 a>b@3", "a>b c>b")]
    [InlineData("x>a@1 a>b@1 c>a@2", "a>- c>a x>b")]
    [InlineData("x>a@1 a>b@2 c>a@3 a>d@4", "a>d c>d x>b")]
    [InlineData("a>b@1 b>c@1 c>a@2", "a>- b>a c>a")]
    // Two that took each other's name by way of a third.
    [InlineData("a>b@3 b>c@2 c>a@1", "a>b b>- c>-")]
    // What is taken back was no rename: whatever came before it and behind it came to one repository.
    [InlineData("a>b@1 a>a@2 c>a@3 a>d@4 x>a@1", "a>d c>d x>d")]
    // Where a circle leaves nobody, those who were sent there find whoever came later.
    [InlineData("a>b@1 b>a@1 z>a@1 c>a@2 a>d@3", "a>d b>- c>d z>d")]
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

    [Fact]
    public void They_lead_where_a_host_would_that_gives_each_address_to_whoever_takes_it()
    {
        var move =
            from repository in Gen.Choose(0, 2)
            from name in Gen.Elements("a", "b", "c", "d", "e")
            from asked in Gen.Elements("a", "b", "c", "d", "e")
            select (Repository: repository, Name: name, Asked: asked);

        Prop.ForAll(Gen.ListOf(move).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (moves, seed) =>
        {
            var host = new Host("a", "b", "c");
            var said = new List<ObservedRename>();
            foreach (var (day, (repository, name, asked)) in moves.Index())
            {
                if (host.Move(repository, name) is { } former) said.Add(new ObservedRename(former, name, "hosts", Day(day + 1)));
                if (host.Find(asked) is { } found) said.Add(new ObservedRename(asked, found, "hosts", Day(day + 1)));
            }
            var all = said.ToArray();
            new Random(seed).Shuffle(all);

            PresentAddresses.Resolve(all).ShouldAllBe(one => (one.PresentKey ?? one.Key) == host.Find(one.Key));
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>
    /// Of what is seen to be so again and again, the first and the last time are known: they tell as much, as long as an address leads to
    /// another in two separate times at most, which it does where each is taken twice at most.
    /// </summary>
    [Fact]
    public void The_first_and_the_last_time_of_a_rename_tell_as_much_as_all()
    {
        var move =
            from repository in Gen.Choose(0, 3)
            from name in Gen.Elements("a", "b", "c", "d", "e", "f")
            from asked in Gen.ListOf(Gen.Elements("a", "b", "c", "d", "e", "f"))
            select (Repository: repository, Name: name, Asked: asked);

        Prop.ForAll(Gen.ListOf(move).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (moves, seed) =>
        {
            var host = new Host("a", "b", "c", "d");
            var said = new List<ObservedRename>();
            var taken = new List<string>(["a", "b", "c", "d"]);
            foreach (var (day, (repository, name, asked)) in moves.Index())
            {
                if (taken.Count(other => other == name) < 2 && host.Move(repository, name) is { } former)
                {
                    taken.Add(name);
                    said.Add(new ObservedRename(former, name, "hosts", Day(day + 1)));
                }
                foreach (var address in asked)
                    if (host.Find(address) is { } found) said.Add(new ObservedRename(address, found, "hosts", Day(day + 1)));
            }
            var known = said.GroupBy(one => (one.Key, one.PresentKey))
                .SelectMany(one => new[] { one.MinBy(seen => seen.Time)!, one.MaxBy(seen => seen.Time)! })
                .ToArray();
            new Random(seed).Shuffle(known);

            PresentAddresses.Resolve(known).ShouldAllBe(one => (one.PresentKey ?? one.Key) == host.Find(one.Key));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    /// <summary>A host that sends who asks for a former address on to the present one, until another repository takes it.</summary>
    private sealed class Host(params string[] names)
    {
        private readonly Dictionary<string, int> last = names.Index().ToDictionary(one => one.Item, one => one.Index);

        /// <returns>The name that the repository had; null where the other is taken.</returns>
        public string? Move(int repository, string name)
        {
            if (names.Contains(name)) return null;
            var former = names[repository];
            names[repository] = name;
            last[name] = repository;
            return former;
        }

        /// <returns>The present name of the repository that had the address last.</returns>
        public string? Find(string address) => last.TryGetValue(address, out var repository) ? names[repository] : null;
    }

    private static string Told(IReadOnlyList<ObservedRename> renames) => string.Join(' ', PresentAddresses.Resolve(renames)
        .OrderBy(one => one.Key, StringComparer.Ordinal)
        .Select(one => $"{one.Key}>{one.PresentKey ?? "-"}"));

    private static ObservedRename Parse(string said)
    {
        var parts = said.Split('>', '@');
        if (parts.Length == 2) return new ObservedRename(parts[0], parts[1], "hosts", null);
        var time = parts[2].Split('.').Select(int.Parse).ToList();
        return new ObservedRename(parts[0], parts[1], "hosts", Day(time[0])!.Value.AddHours(time.Count > 1 ? time[1] : 0));
    }

    private static DateTimeOffset? Day(int? day) =>
        day is { } known ? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(known) : null;
}
