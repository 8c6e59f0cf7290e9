using PaperGraph.Ingest;
using PaperGraph.Terminals;

namespace PaperGraph.Tests.Terminals;

public sealed class ImportPositionTests
{
    [Fact]
    public void Before_the_first_stage_nothing_was_read() => new ImportPosition().Left().ShouldBe("Stopped before anything was read.");

    [Fact]
    public void What_is_stored_and_what_is_left_is_told()
    {
        var position = new ImportPosition();
        position.Report(new(ImportStage.Reading, 1, null));
        position.Report(new(ImportStage.LinkingPapers, 0, 1));

        position.Left().ShouldBe(
            "Stopped while linking papers. 1 listing of what was given is stored. Left to do: linking papers, analyzing the graph. "
            + "The same command goes on from there.");
    }
}
