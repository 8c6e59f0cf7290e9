namespace PaperGraph.Network.Tests;

public sealed class MemorySizeTests
{
    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(999, "999 bytes")]
    [InlineData(1_000, "1.0 kB")]
    [InlineData(15_240, "15.2 kB")]
    [InlineData(999_949, "999.9 kB")]
    [InlineData(999_950, "1.0 MB")]
    [InlineData(999_949_999, "999.9 MB")]
    [InlineData(999_950_000, "1.0 GB")]
    [InlineData(12_345_678_901_234, "12,345.7 GB")]
    public void A_size_has_the_unit_that_fits(long bytes, string text) => MemorySize.Format(bytes).ShouldBe(text);
}
