namespace PaperGraph.Network.Tests;

public sealed class IdSetTests
{
    /// <summary>
    /// Without gaps, with small ones, in clumps far apart, and with such wide gaps that a bit for each number is too much.
    /// </summary>
    [Fact]
    public void An_id_is_found_by_how_many_are_smaller_and_the_other_way_round()
    {
        var random = new Random(20_264);
        for (var round = 0; round < 300; round++)
        {
            var (first, gap) = (random.NextInt64(-1_000, 1L << 40), random.Next(4) switch { 0 => 1, 1 => 3, 2 => 120, _ => 100_000 });
            var ids = new List<long>();
            for (var count = random.Next(1, 3_000); count > 0; count--)
            {
                ids.Add(first);
                first += random.Next(500) == 0 ? 5_000 : random.Next(1, gap + 1);
            }
            var shuffled = ids.ToArray();
            random.Shuffle(shuffled);

            var set = new IdSet(shuffled);

            set.Count.ShouldBe(ids.Count);
            Enumerable.Range(0, ids.Count).Select(index => set[index]).ShouldBe(ids);
            ids.Select(set.IndexOf).ShouldBe(Enumerable.Range(0, ids.Count));
            var known = ids.ToHashSet();
            for (var id = ids[0] - 70; id < ids[0] + 700; id++)
                if (!known.Contains(id)) set.IndexOf(id).ShouldBe(-1);
            set.IndexOf(ids[^1] + 1).ShouldBe(-1);
            Should.Throw<Exception>(() => set[ids.Count]);
        }
    }

    [Fact]
    public void Ids_without_gaps_take_hardly_more_than_a_bit_each() =>
        new IdSet([.. Enumerable.Range(1, 100_000).Select(id => (long)id)]).Size.ShouldBeLessThan(15_000);

    [Fact]
    public void The_greatest_and_the_smallest_number_are_ids_too()
    {
        var set = new IdSet([long.MinValue, 0, long.MaxValue]);

        new[] { long.MinValue, 0, long.MaxValue }.Select(set.IndexOf).ShouldBe([0, 1, 2]);
        new IdSet([]).IndexOf(0).ShouldBe(-1);
    }
}
