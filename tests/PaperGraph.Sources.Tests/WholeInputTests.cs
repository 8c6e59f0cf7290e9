using System.Text;
using PaperGraph.Sources.Fixtures;

namespace PaperGraph.Sources;

public sealed class WholeInputTests
{
    [Fact]
    public async Task No_fixture_that_is_read_is_damaged()
    {
        foreach (var fixture in Fixture.All.Where(fixture => fixture.IsRead))
        {
            (await FindAsync(fixture.Bytes)).ShouldBeNull(fixture.Path);
            (await FindAsync(Packed.Gzip(fixture.Bytes))).ShouldBeNull(fixture.Path);
            (await FindAsync(Packed.Zstandard(fixture.Bytes))).ShouldBeNull(fixture.Path);
        }
    }

    /// <summary>Cut anywhere: between two lines of JSON, and in front of the blanks at the end, nothing shows it.</summary>
    [Fact]
    public async Task JSON_and_XML_that_are_cut_off_are_damaged_wherever_the_cut_is()
    {
        string[] formats = ["openalex", "hf-json", "arxiv-atom", "arxiv-oai", "csl-json", "semantic-scholar"];
        var cuts = 0;
        foreach (var fixture in Fixture.All.Where(fixture => fixture.IsRead && formats.Contains(fixture.Format)))
        {
            if (fixture.Name.EndsWith('l') && !fixture.Name.EndsWith("xml", StringComparison.Ordinal)) continue;
            var whole = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(fixture.Bytes).Trim());
            for (var length = Math.Min(400, whole.Length - 1); length < whole.Length; length += 97)
            {
                (await FindAsync(whole[..length])).ShouldNotBeNull($"{fixture.Path} cut after {length}");
                (await FindAsync(Packed.Gzip(whole)[..^9])).ShouldNotBeNull(fixture.Path);
                cuts++;
            }
        }
        cuts.ShouldBeGreaterThan(50);
    }

    private static Task<string?> FindAsync(byte[] bytes) => WholeInput.FindDamageAsync(new MemoryStream(bytes), CancellationToken.None);
}
