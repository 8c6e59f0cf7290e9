using PaperGraph.Concepts.Tagging;

namespace PaperGraph.Concepts.Tests.Tagging;

public sealed class FeatureColumnsTests
{
    [Fact]
    public void A_feature_of_a_neighbour_is_the_neighbour_s_own_in_another_template()
    {
        var (features, inputs) = Start(values: [7, 8, 9]);
        features.Add(1, inputs.At(0));
        features.Add(1, inputs.At(0, -1));

        Column(features, 1)[1..].ShouldBe(Column(features, 0)[..2]);
        Column(features, 1)[0].ShouldNotBe(Column(features, 0)[1]);
    }

    [Fact]
    public void Templates_and_the_order_of_values_tell_features_apart()
    {
        var (features, inputs) = Start(values: [7, 8]);
        features.Add(1, inputs.At(0));
        features.Add(2, inputs.At(0));
        features.Add(2, inputs.At(0), inputs.At(0, 1));
        features.Add(2, inputs.At(0, 1), inputs.At(0));
        features.Add(2, inputs.At(0), inputs.At(0, 1), inputs.At(0));

        Enumerable.Range(0, features.Count).Select(column => Column(features, column)[0]).ShouldBeUnique();
    }

    [Fact]
    public void A_sequence_does_not_see_the_one_before_it()
    {
        var (features, inputs) = Start(values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        inputs.Start(2, columns: 1);
        inputs[0][0] = inputs[0][1] = 5;
        features.Start(2);
        features.Add(1, inputs.At(0, 2));

        Column(features, 0)[0].ShouldBe(Column(features, 0)[1]);
    }

    private static (FeatureColumns Features, SequenceInputs Inputs) Start(uint[] values)
    {
        var inputs = new SequenceInputs();
        inputs.Start(values.Length, columns: 1);
        values.CopyTo(inputs[0]);
        var features = new FeatureColumns();
        features.Start(values.Length);
        return (features, inputs);
    }

    private static uint[] Column(FeatureColumns features, int column) =>
        features.Hashes.Slice(column * features.Stride, features.Positions).ToArray();
}
