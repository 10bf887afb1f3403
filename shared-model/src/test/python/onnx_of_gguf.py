"""Turns a small Llama model in a GGUF file into a folder with an ONNX model.

Usage: python3 onnx_of_gguf.py MODEL.gguf FOLDER

The folder gets the files and the names of inputs and outputs that exports by
Hugging Face Optimum have: model.onnx (float32, with a key-value cache),
config.json, tokenizer.json and tokenizer_config.json.

Made for SmolLM2-135M-Instruct: Llama architecture, embedding tied to the
output, byte-level BPE. Needs the packages onnx, gguf and numpy.
"""

import json
import sys
from pathlib import Path

import numpy as np
from gguf import GGUFReader, TokenType, dequantize
from onnx import ModelProto, TensorProto, helper, save

OPSET = 18
IR_VERSION = 8
HIDDEN = -1e9  # added to the score of a key that must not be seen


class Graph:
    """An ONNX model that grows node by node; values are known by their names."""

    def __init__(self):
        self.model = helper.make_model(
            helper.make_graph([], "llama", [], []),
            opset_imports=[helper.make_opsetid("", OPSET)],
            ir_version=IR_VERSION,
        )
        self.shared = set()

    def op(self, kind: str, *inputs: str, name: str = "", **attributes) -> str:
        """Adds a node and gives the name of its one output."""
        name = name or f"{kind}_{len(self.model.graph.node)}"
        self.model.graph.node.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    def halves(self, value: str) -> list[str]:
        """Cuts a value in two along its last axis."""
        names = [f"{value}_first", f"{value}_second"]
        node = helper.make_node("Split", [value], names, axis=-1, num_outputs=2)
        self.model.graph.node.append(node)
        return names

    def weight(self, name: str, values: np.ndarray) -> str:
        """A constant, kept once however often it is asked for."""
        if name not in self.shared:
            self.shared.add(name)
            kind = helper.np_dtype_to_tensor_dtype(values.dtype)
            self.model.graph.initializer.add(
                name=name, data_type=kind, dims=values.shape, raw_data=values.tobytes()
            )
        return name

    def number(self, value: float) -> str:
        return self.weight(f"float_{value}", np.array(value, np.float32))

    def integer(self, value: int) -> str:
        return self.weight(f"int_{value}", np.array(value, np.int64))

    def integers(self, *values: int) -> str:
        return self.weight("ints_" + "_".join(map(str, values)), np.array(values, np.int64))

    def input(self, name: str, kind: int, shape: list) -> str:
        self.model.graph.input.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, name: str, shape: list) -> None:
        info = helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        self.model.graph.output.append(info)


class Llama:
    """Builds the graph of a Llama model from its GGUF file."""

    def __init__(self, reader: GGUFReader, config: dict):
        self.graph = Graph()
        self.tensors = {tensor.name: tensor for tensor in reader.tensors}
        self.config = config
        self.size = config["hidden_size"]
        self.head_dim = config["head_dim"]
        self.kv_heads = config["num_key_value_heads"]
        self.group = config["num_attention_heads"] // self.kv_heads  # heads that share a key

    def values(self, name: str) -> np.ndarray:
        tensor = self.tensors[f"{name}.weight"]
        return dequantize(tensor.data, tensor.tensor_type).astype(np.float32)

    def linear(self, x: str, name: str, rope_heads: int = 0) -> str:
        rows = self.values(name)
        if rope_heads:  # GGUF keeps the two numbers that turn together side by side
            pairs = rows.reshape(rope_heads, self.head_dim // 2, 2, self.size)
            rows = pairs.swapaxes(1, 2).reshape(rows.shape)
        return self.graph.op("MatMul", x, self.graph.weight(name, rows.T))

    def norm(self, x: str, name: str) -> str:
        g = self.graph
        mean = g.op("ReduceMean", g.op("Mul", x, x), g.integers(-1))
        root = g.op("Sqrt", g.op("Add", mean, g.number(self.config["rms_norm_eps"])))
        return g.op("Mul", g.op("Div", x, root), g.weight(name, self.values(name)))

    def heads(self, x: str, group: int) -> str:
        """[batch, sequence, size] to [batch, kv_heads, group, sequence, head_dim]."""
        g = self.graph
        split = g.op("Reshape", x, g.integers(0, 0, self.kv_heads, group, self.head_dim))
        return g.op("Transpose", split, perm=[0, 2, 3, 1, 4])

    def angles(self, positions: str) -> tuple[str, str]:
        """Cosine and sine of the rotary angles: [batch, 1, 1, sequence, head_dim / 2]."""
        g = self.graph
        exponents = np.arange(0, self.head_dim, 2) / self.head_dim
        speeds = (self.config["rope_theta"] ** -exponents).astype(np.float32)
        speeds = g.weight("rope_speeds", speeds)
        steps = g.op("Cast", positions, to=TensorProto.FLOAT)
        angles = g.op("Mul", g.op("Unsqueeze", steps, g.integers(1, 2, 4)), speeds)
        return g.op("Cos", angles), g.op("Sin", angles)

    def rotate(self, x: str, cos: str, sin: str) -> str:
        g = self.graph
        first, second = g.halves(x)
        turned_first = g.op("Sub", g.op("Mul", first, cos), g.op("Mul", second, sin))
        turned_second = g.op("Add", g.op("Mul", second, cos), g.op("Mul", first, sin))
        return g.op("Concat", turned_first, turned_second, axis=-1)

    def mask(self, tokens: str, attention_mask: str) -> str:
        """What to add to the scores: [batch, 1, 1, sequence, past + sequence]."""
        g = self.graph
        zero, one = g.integer(0), g.integer(1)
        sequence = g.op("Gather", g.op("Shape", tokens), one)
        total = g.op("Gather", g.op("Shape", attention_mask), one)
        keys = g.op("Range", zero, total, one)
        queries = g.op("Range", g.op("Sub", total, sequence), total, one)
        not_later = g.op("LessOrEqual", keys, g.op("Unsqueeze", queries, g.integers(1)))
        allowed = g.op("Cast", attention_mask, to=TensorProto.BOOL)
        seen = g.op("And", not_later, g.op("Unsqueeze", allowed, g.integers(1, 2, 3)))
        return g.op("Where", seen, g.number(0.0), g.number(HIDDEN))

    def cached(self, kind: str, layer: int, new: str) -> str:
        """The past and the new keys (or values): [batch, kv_heads, 1, total, head_dim]."""
        g = self.graph
        shape = ["batch", self.kv_heads, "past", self.head_dim]
        past = g.input(f"past_key_values.{layer}.{kind}", TensorProto.FLOAT, shape)
        new = g.op("Squeeze", new, g.integers(2))
        both = g.op("Concat", past, new, name=f"present.{layer}.{kind}", axis=2)
        g.output(both, ["batch", self.kv_heads, "total", self.head_dim])
        return g.op("Unsqueeze", both, g.integers(2))

    def attention(self, x: str, layer: int, mask: str, cos: str, sin: str) -> str:
        g, block = self.graph, f"blk.{layer}"
        query = self.linear(x, f"{block}.attn_q", self.kv_heads * self.group)
        key = self.linear(x, f"{block}.attn_k", self.kv_heads)
        value = self.linear(x, f"{block}.attn_v")
        query = self.rotate(self.heads(query, self.group), cos, sin)
        key = self.cached("key", layer, self.rotate(self.heads(key, 1), cos, sin))
        value = self.cached("value", layer, self.heads(value, 1))
        query = g.op("Mul", query, g.number(self.head_dim**-0.5))
        scores = g.op("MatMul", query, g.op("Transpose", key, perm=[0, 1, 2, 4, 3]))
        shares = g.op("Softmax", g.op("Add", scores, mask), axis=-1)
        mixed = g.op("Transpose", g.op("MatMul", shares, value), perm=[0, 3, 1, 2, 4])
        joined = g.op("Reshape", mixed, g.integers(0, 0, self.size))
        return self.linear(joined, f"{block}.attn_output")

    def feed_forward(self, x: str, layer: int) -> str:
        g, block = self.graph, f"blk.{layer}"
        gate = self.linear(x, f"{block}.ffn_gate")
        swish = g.op("Mul", gate, g.op("Sigmoid", gate))
        product = g.op("Mul", swish, self.linear(x, f"{block}.ffn_up"))
        return self.linear(product, f"{block}.ffn_down")

    def build(self) -> ModelProto:
        g = self.graph
        vocab_size = self.config["vocab_size"]
        tokens = g.input("input_ids", TensorProto.INT64, ["batch", "sequence"])
        attention_mask = g.input("attention_mask", TensorProto.INT64, ["batch", "total"])
        positions = g.input("position_ids", TensorProto.INT64, ["batch", "sequence"])
        g.output("logits", ["batch", "sequence", vocab_size])
        embedding = g.weight("token_embd", self.values("token_embd"))
        mask = self.mask(tokens, attention_mask)
        cos, sin = self.angles(positions)
        x = g.op("Gather", embedding, tokens)
        for layer in range(self.config["num_hidden_layers"]):
            normed = self.norm(x, f"blk.{layer}.attn_norm")
            x = g.op("Add", x, self.attention(normed, layer, mask, cos, sin))
            normed = self.norm(x, f"blk.{layer}.ffn_norm")
            x = g.op("Add", x, self.feed_forward(normed, layer))
        x = self.norm(x, "output_norm")
        rows = g.op("Gemm", g.op("Reshape", x, g.integers(-1, self.size)), embedding, transB=1)
        shape = g.op("Concat", g.op("Shape", tokens), g.integers(vocab_size), axis=0)
        g.op("Reshape", rows, shape, name="logits")
        return g.model


def config_of(field) -> dict:
    heads = field("llama.attention.head_count")
    return {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "num_hidden_layers": field("llama.block_count"),
        "num_attention_heads": heads,
        "num_key_value_heads": field("llama.attention.head_count_kv"),
        "hidden_size": field("llama.embedding_length"),
        "intermediate_size": field("llama.feed_forward_length"),
        "head_dim": field("llama.embedding_length") // heads,
        "hidden_act": "silu",
        "rms_norm_eps": field("llama.attention.layer_norm_rms_epsilon"),
        "rope_theta": field("llama.rope.freq_base"),
        "vocab_size": field("llama.vocab_size"),
        "max_position_embeddings": field("llama.context_length"),
        "tie_word_embeddings": True,
        "bos_token_id": field("tokenizer.ggml.bos_token_id"),
        "eos_token_id": field("tokenizer.ggml.eos_token_id"),
    }


def tokenizer_of(field) -> dict:
    tokens = field("tokenizer.ggml.tokens")
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False}
    special = [
        {"id": number, "content": tokens[number], **flags, "special": True}
        for number, kind in enumerate(field("tokenizer.ggml.token_type"))
        if kind == TokenType.CONTROL
    ]
    byte_level = {"type": "ByteLevel", "add_prefix_space": False}
    byte_level.update(trim_offsets=True, use_regex=True)
    digits = {"type": "Digits", "individual_digits": True}
    return {
        "version": "1.0",
        "added_tokens": special,
        "normalizer": None,
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [digits, byte_level]},
        "post_processor": None,
        "decoder": byte_level,
        "model": {
            "type": "BPE",
            "unk_token": None,
            "vocab": {token: number for number, token in enumerate(tokens)},
            "merges": field("tokenizer.ggml.merges"),
        },
    }


def tokenizer_config_of(field) -> dict:
    tokens = field("tokenizer.ggml.tokens")
    return {
        "tokenizer_class": "GPT2Tokenizer",
        "bos_token": tokens[field("tokenizer.ggml.bos_token_id")],
        "eos_token": tokens[field("tokenizer.ggml.eos_token_id")],
        "chat_template": field("tokenizer.chat_template"),
    }


def main(gguf: str, folder: str) -> None:
    reader = GGUFReader(gguf)
    names = {tensor.name for tensor in reader.tensors}

    def field(name: str):
        return reader.fields[name].contents()

    if field("general.architecture") != "llama" or names & {"output.weight", "rope_freqs.weight"}:
        sys.exit("only a Llama model with a tied embedding and a plain rope can be turned")

    def write(name: str, content: dict) -> None:
        text = json.dumps(content, ensure_ascii=False, indent=2)
        (target / name).write_text(text + "\n", encoding="utf-8")

    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    config = config_of(field)
    write("config.json", config)
    write("tokenizer.json", tokenizer_of(field))
    write("tokenizer_config.json", tokenizer_config_of(field))
    save(Llama(reader, config).build(), str(target / "model.onnx"))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
