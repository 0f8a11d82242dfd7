"""The document as HTML, as a browser saves it."""

from __future__ import annotations

HTML = """\
<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>会议室 - 文档</title>
<style>td { color: red }</style><script>var a = "<p>请求说明：</p>";</script></head>
<body><!-- saved from url=(0040)https://docs.example.com/path/80001 -->
<div class="doc"><h1>Name</h1><p>QQ::weixin::work::planner::room</p>
<h1>DESCRIPTION</h1><p>会议室-&gt;预订</p>
<h1>FUNCTION</h1>
<h2 id="book">book(access_token, hash);</h2>
<p>预订会议室 <span class="date">最后更新：2024/05/06</span></p>
<h2>SYNOPSIS</h2>
<p><a href="https://docs.example.com/path/80001">打开页面</a></p>
<h3>请求说明：</h3>
<p>替一位同事订下<b>会议室</b>，并
通知参会人。</p>
<h4>请求包结构体为：</h4>
<pre><code class="json">{
  <span class="key">"room_ids"</span>: ["R-1", "R-2"],
  "booker": "lihua",
  "way": 1,
  "time": {"day": 1700000000}
}</code></pre>
<h4>参数说明：</h4>
<div class="table"><table><thead>
<tr><th>参数</th><th>是否必须</th><th>说明</th></tr></thead>
<tbody><tr><td>access_token</td><td>是</td><td>接口凭证</td></tr>
<tr><td>room_ids</td><td>是</td><td>会议室编号。取值范围: 1 ~ 10</td></tr>
<tr><td><code>booker</code></td><td>是</td><td>预订人账号，最长<b>64</b>个字符</td></tr>
<tr><td>way</td><td>否</td><td>预订方式。<br>1 - 马上订<br/>2 - 等审批（由管理员）<br>默认为1</td></tr>
<tr><td>time</td><td>是</td><td>时间</td></tr>
<tr><td>time.day</td><td>是</td>
<td><p>哪一天，填当天的0时0分0秒（否则取整）。取值范围：昨天至前30天。</p></td></tr>
</tbody></table></div>
<blockquote>注意：<ul><li>预订人须已激活</li><li>同一个人，限制每天最多预订5个会议室</li></ul></blockquote>
<h4>权限说明：</h4>
<p>自建应用须在“可订应用”名单中。<br>第三方应用需拥有“会议室-&gt;预订”权限
<a href="https://docs.example.com/path/1">详见说明</a></p>
<h3>RETURN 返回结果：</h3>
<pre>{
  "errcode": 0,
  "errmsg": "ok",
  "bookings": [{"booking_id": "B-1", "state": 2}]
}</pre>
<h4>RETURN 参数说明：</h4>
<table><tr><td>参数</td><td>说明</td></tr>
<tr><td>errcode</td><td>返回码</td></tr><tr><td>errmsg</td><td>返回码的文字</td></tr>
<tr><td>bookings</td><td>订到的</td></tr><tr><td>bookings.booking_id</td><td>预订编号</td></tr>
<tr><td>bookings.state</td><td>状态。1-已订；2-待审批</td></tr>
<tr><td>bookings.seat</td><td>座位图。仅当会议室带座位图时返回</td></tr></table>
<h1>会议室管理</h1>
<p>管理会议室 最后更新：2024/05/07</p>
<h2>SYNOPSIS</h2>
<p><a href="https://docs.example.com/path/80002">https://docs.example.com/path/80002</a></p>
<h3>请求说明：</h3><p>下面的接口管理会议室。</p>
<h4>权限说明：</h4>
<table><tr><th>应用类型</th><th>权限要求</th></tr>
<tr><td>自建应用</td><td>在「会议室&nbsp;- 可管理的应用」中</td></tr>
<tr><td>第三方应用</td><td>具有会议室-管理权限</td></tr></table>
<h2>remove_room(access_token, hash);</h2>
<p>删除会议室</p>
<h2>SYNOPSIS</h2>
<p><a href="https://docs.example.com/path/80002#删除会议室">打开页面</a></p>
<h3>请求说明：</h3><p>删掉一间会议室。</p>
<h4>请求包结构体为：</h4><pre>{"room_id": "R-1"}</pre>
<h4>参数说明：</h4>
<table><tr><th>参数</th><th>是否必须</th><th>说明</th></tr>
<tr><td>access_token</td><td>是</td><td>接口凭证</td></tr>
<tr><td>room_id</td><td>是</td><td>会议室编号</td></tr></table>
<h3>RETURN 返回结果：</h3><pre>{"errcode": 0, "errmsg": "ok"}</pre>
<h4>RETURN 参数说明：</h4>
<table><tr><th>参数</th><th>说明</th></tr>
<tr><td>errcode</td><td>返回码</td></tr><tr><td>errmsg</td><td>返回码的文字</td></tr></table>
</div></body></html>
"""
