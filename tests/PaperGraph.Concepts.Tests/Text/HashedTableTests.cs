using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Tests.Text;

public sealed class HashedTableTests
{
    [Fact]
    public void Every_hash_has_its_value_be_its_last_bits_those_of_others_or_all_zero()
    {
        var values = new Dictionary<uint, int> { [0] = 1, [16] = 2, [32] = 3, [0xffff_fff0] = 4, [15] = 5 };
        var table = new HashedTable<int>(values);
        foreach (var (hash, value) in values)
        {
            table.TryGetValue(hash, out var found).ShouldBeTrue();
            found.ShouldBe(value);
        }
    }

    [Fact]
    public void A_hash_that_is_not_in_the_table_has_no_value()
    {
        new HashedTable<int>(new Dictionary<uint, int> { [16] = 2 }).TryGetValue(32, out _).ShouldBeFalse();
        new HashedTable<int>([]).TryGetValue(0, out _).ShouldBeFalse();
    }

    [Fact]
    public void Two_values_of_one_hash_are_refused() =>
        Should.Throw<InvalidDataException>(() => new HashedTable<int>([new(7, 1), new(7, 2)])).Message
            .ShouldBe("Two words have the hash 00000007. Leave one of them out.");
}
