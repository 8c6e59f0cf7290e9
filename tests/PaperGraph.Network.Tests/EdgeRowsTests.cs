namespace PaperGraph.Network.Tests;

public sealed class EdgeRowsTests
{
    /// <summary>Rows of none, of some and of so many edges that they lie elsewhere, near and far, with strength and without.</summary>
    [Fact]
    public void Rows_are_read_as_they_were_written()
    {
        var random = new Random(20_265);
        for (var round = 0; round < 60; round++)
        {
            var count = random.Next(1, 3_000);
            var weighted = random.Next(count + 1);
            var rows = new List<Edge>[count];
            var starts = new int[count + 1];
            for (var node = 0; node < count; node++)
            {
                var max = random.Next(60) == 0 ? count : random.Next(6);
                rows[node] =
                [
                    .. Enumerable.Range(0, max).Select(_ => random.Next(count)).Distinct().Order().Select(target => new Edge(
                        target, node < weighted && target < weighted ? (byte)random.Next(1, 256) : Edge.Full)),
                ];
                starts[node + 1] = starts[node] + rows[node].Count;
            }

            var written = EdgeRows.Create(starts, [.. rows.SelectMany(row => row.Select(edge => edge.Pack()))], weighted);

            for (var node = 0; node < count; node++)
            {
                written.DegreeOf(node).ShouldBe(rows[node].Count);
                written.Of(node).ToArray().ShouldBe(rows[node]);
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(127, 1)]
    [InlineData(128, 2)]
    [InlineData(16_383, 2)]
    [InlineData(16_384, 3)]
    [InlineData((1 << 24) - 1, 4)]
    [InlineData(int.MaxValue, 5)]
    public void A_number_takes_a_byte_for_seven_bits(int number, int length)
    {
        var bytes = new byte[8];
        var (written, read) = (0, 0);
        VariableLength.Write(bytes, ref written, number);

        VariableLength.Read(bytes, ref read).ShouldBe(number);
        written.ShouldBe(length);
        read.ShouldBe(length);
        VariableLength.LengthOf(number).ShouldBe(length);
    }
}
