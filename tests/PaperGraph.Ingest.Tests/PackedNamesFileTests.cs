using PaperGraph.Ingest.Concepts;
using PaperGraph.Ingest.Faults;

namespace PaperGraph.Ingest.Tests;

public sealed class PackedNamesFileTests
{
    /// <summary>Longer than what is held in memory, all together.</summary>
    private const int Papers = 600;

    private const int MaxLength = 200_000;

    [Fact]
    public async Task What_was_added_is_read_from_memory_and_from_the_disk()
    {
        var random = new Random(5);
        var texts = Enumerable.Range(0, Papers).Select(i =>
        {
            var text = new byte[i == 7 ? 0 : random.Next(MaxLength)];
            random.NextBytes(text);
            return text;
        }).ToArray();
        using var file = new PackedNamesFile();
        var places = texts.Select((text, i) => file.Add(i, 3 * i, text)).ToArray();
        file.Flush();

        await Parallel.ForAsync(0, Papers, (i, _) =>
        {
            var paper = file.Read(places[i]);
            (paper.PaperId, places[i].Digest).ShouldBe((i, 3 * i));
            paper.Packed.AsSpan().SequenceEqual(texts[i]).ShouldBeTrue($"{i}");
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_no_fault_of_a_paper()
    {
        PaperFault.IsOne(new IOException("No space left on device")).ShouldBeFalse();
        PaperFault.IsOne(new AggregateException(new IOException("No space left on device"))).ShouldBeFalse();
        PaperFault.IsOne(new AggregateException(new InvalidDataException("Cut off."))).ShouldBeTrue();
    }
}
