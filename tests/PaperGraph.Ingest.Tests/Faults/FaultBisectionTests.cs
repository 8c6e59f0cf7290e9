using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Ingest.Faults;

namespace PaperGraph.Ingest.Tests.Faults;

public sealed class FaultBisectionTests
{
    [Fact]
    public async Task Each_offender_is_taken_out_with_what_it_causes_and_nobody_else()
    {
        var items = Enumerable.Range(1, 100).ToList();

        var offenders = await TakeOutAsync(items, some => some.FirstOrDefault(item => item % 40 == 7));

        offenders.Select(offender => (offender.Item, offender.Exception.Message)).ShouldBe([(7, "7"), (47, "47"), (87, "87")]);
        items.ShouldBe(Enumerable.Range(1, 100).Where(item => item % 40 != 7));
    }

    [Fact]
    public async Task Of_two_that_fail_together_the_later_goes()
    {
        var items = Enumerable.Range(1, 20).ToList();

        var offenders = await TakeOutAsync(items, some => some.Contains(4) && some.Contains(13) ? 1 : 0);

        offenders.Select(offender => offender.Item).ShouldBe([13]);
    }

    /// <summary>Some fail alone, some beside another, some only where another is missing.</summary>
    [Fact]
    public void Whatever_makes_it_fail_in_the_end_it_succeeds() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(
            (from pairs in Gen.Choose(1, 30).ArrayOf(2).ListOf(6) select pairs).ToArbitrary(),
            pairs =>
            {
                var items = Enumerable.Range(1, 30).ToList();
                int Fails(IReadOnlyList<int> some) =>
                    pairs.Any(pair => some.Contains(pair[0]) && some.Contains(pair[1]) == pair[0] % 2 > 0) ? 1 : 0;

                _ = TakeOutAsync(items, Fails).GetAwaiter().GetResult();

                Fails(items).ShouldBe(0);
            }));

    [Fact]
    public async Task What_always_fails_is_nobody_s_fault() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => TakeOutAsync([1, 2, 3], _ => 9))).InnerException!.Message.ShouldBe("9");

    private static Task<IReadOnlyList<(int Item, Exception Exception)>> TakeOutAsync(
        List<int> items, Func<IReadOnlyList<int>, int> fails) =>
        FaultBisection.TakeOutAsync(
            items,
            some => fails(some) is not 0 and var cause ? Task.FromException(new FormatException($"{cause}")) : Task.CompletedTask,
            CancellationToken.None);
}
