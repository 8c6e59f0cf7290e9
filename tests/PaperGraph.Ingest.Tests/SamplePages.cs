namespace PaperGraph.Ingest.Tests;

/// <summary>
/// Small pages in the layouts that are read, written for these tests. Each import gets a source of its own, which is where it was read to.
/// </summary>
internal static class SamplePages
{
    /// <summary>Two papers, one with a byline of authors, one of an organization that its code belongs to.</summary>
    public const string MondayText = """
        Daily Papers

        byAK and the research community

        Jun 16

        Sparse Gardens: Pruning by Growth

        Networks are pruned while they grow. We call the method gradual sparse growth (GSG) and test it on ImageNet. Code is at https://github.com/Meadow-Lab/gsg.

          • 3 authors
        ·
        Jun 12, 2024 2
        Rivers of Tokens

        Long texts are read as streams. Gradual sparse growth (GSG) keeps the memory small. The weights are at huggingface.co/meadow-lab/rivers-7b, and the code will be released soon.

        meadow-lab Meadow Lab
        ·
        Jun 14 1
        """;

    public static ImportSource Monday => ImportSource.Text("monday.txt", MondayText);

    /// <summary>The second paper of <see cref="Monday"/> again, with nothing but its text.</summary>
    public static ImportSource Search => ImportSource.Text("search.txt", """
        byAK and the research community

        Jun 18

        Rivers of Tokens

        Long texts are read as streams. Gradual sparse growth (GSG) keeps the memory small. The weights are at huggingface.co/meadow-lab/rivers-7b, and the code will be released soon.

        Quiet Clocks for Federated Learning

        Clocks that disagree slow federated learning down. We measure by how much on CIFAR-10.
        """);

    /// <summary>A day of Hugging Face's interface with the first paper of <see cref="Monday"/>.</summary>
    public static ImportSource Json => ImportSource.Text("2024-06-17.json", """
        [{
          "title": "Sparse Gardens: Pruning by Growth",
          "numComments": 4,
          "publishedAt": "2024-06-13T00:00:00.000Z",
          "paper": {
            "id": "2406.01234",
            "title": "Sparse Gardens: Pruning by Growth",
            "summary": "Networks are pruned while they grow. We call the method gradual sparse growth (GSG) and test it on ImageNet. Code is at https://github.com/Meadow-Lab/gsg.",
            "authors": [{"name": "Ada Green"}, {"name": "Ben Moss"}, {"name": "Cleo Fern"}],
            "publishedAt": "2024-06-12T00:00:00.000Z",
            "submittedOnDailyAt": "2024-06-17T00:00:00.000Z",
            "upvotes": 21,
            "githubRepo": "https://github.com/meadow-lab/GSG",
            "projectPage": "https://meadow-lab.github.io/gsg",
            "organization": {"name": "meadow-lab", "fullname": "The Meadow Lab"}
          }
        }]
        """);
}
