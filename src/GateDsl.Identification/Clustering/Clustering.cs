namespace GateDsl.Identifying;

/// <summary>Gate patterns in k clusters.</summary>
/// <param name="Centroids">Mean pattern of each cluster, N entries from 0 to 1.</param>
/// <param name="ClusterOf">The cluster of each pattern.</param>
/// <param name="Inertia">Weighted sum of squared distances to the centroids.</param>
internal sealed record Clustering(double[][] Centroids, int[] ClusterOf, double Inertia);
